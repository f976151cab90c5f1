# Sets JAVA_HOME to a JDK 25 or newer, or says in one sentence what is missing.
# Sourced by ./mvnw and by deploy/local/*: Quarkus' build step runs inside Maven's own JVM, so the
# whole build needs that JDK, not just the compiler. POSIX sh; works under `set -euf`.

jdk_release() { # prints the feature release of the JDK in $1, or nothing when there is no JDK
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_candidates() {
  [ -z "${JAVA_HOME-}" ] || printf '%s\n' "$JAVA_HOME"
  if javac_on_path=$(command -v javac); then
    javac_on_path=$(readlink -f "$javac_on_path" 2>/dev/null || printf '%s' "$javac_on_path")
    printf '%s\n' "${javac_on_path%/bin/javac}"
  fi
  find -L /usr/lib/jvm /usr/java /opt /opt/java "${HOME:-/nonexistent}/.sdkman/candidates/java" \
    "${HOME:-/nonexistent}/.jdks" -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sort -r || true
  find -L /Library/Java/JavaVirtualMachines -mindepth 3 -maxdepth 3 -name Home 2>/dev/null | sort -r || true
}

find_jdk() {
  jdk_found=$(jdk_candidates | while IFS= read -r candidate; do
    release=$(jdk_release "$candidate")
    if [ "${release:-0}" -ge 25 ]; then
      printf '%s\n' "$candidate"
      cat >/dev/null # to the end: under pipefail a broken pipe would be a failure
      break
    fi
  done)
  if [ -z "$jdk_found" ]; then
    echo "Entente needs a JDK 25 or newer, and none was found in JAVA_HOME, on the PATH or in the usual folders: install one or set JAVA_HOME to it." >&2
    return 1
  fi
  JAVA_HOME=$jdk_found
  export JAVA_HOME
}

find_jdk
