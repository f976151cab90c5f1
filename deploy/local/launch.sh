# Sourced by up and demo: finds the JDK, builds what is not built, runs the launcher.
# Written for the bash of any Linux or macOS, hence no newer features.

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$repository/.mvn/find-jdk.sh"

built_modules="sharing-gateway,sharing-gateway/partner-kit,indicator-service,audit-service,deploy/local"
build_log="$repository/deploy/local/target/build.log"
build_mark="$repository/deploy/local/target/built"

needs_build() {
  [ -e "$build_mark" ] || return 0
  local made
  for made in sharing-gateway indicator-service audit-service; do
    [ -e "$repository/$made/target/quarkus-app/quarkus-run.jar" ] || return 0
  done
  [ -d "$repository/deploy/local/target/keycloak" ] || return 0
  local newer
  newer=$(cd "$repository" && find pom.xml sharing-gateway indicator-service audit-service deploy \
    \( -name target -o -name test -o -name node_modules \) -prune -o \
    \( -path '*/src/main/*' -o -name pom.xml \) -newer "$build_mark" -type f -print | head -n 1)
  [ -n "$newer" ]
}

# Prints the name of each module as its turn comes; everything else goes to the log.
show_modules() {
  local line
  while IFS= read -r line; do
    case $line in
    *'Building '*'['*/*']'*)
      line=${line#*Building }
      printf '  … building %s\n' "$(printf '%s' "$line" | tr -s ' ')"
      ;;
    esac
  done
}

build() {
  mkdir -p "$(dirname "$build_log")" "$(dirname "$build_mark")"
  rm -f "$build_mark"
  touch "$build_mark.begun"
  echo "Building the services and the launcher; the first time this downloads about 500 MB."
  if ! (cd "$repository" && ./mvnw -B -Dmaven.test.skip=true package -pl "$built_modules" -am) 2>&1 |
    tee "$build_log" | show_modules; then
    grep '^\[ERROR\]' "$build_log" | head -n 20 >&2 || tail -n 20 "$build_log" >&2
    echo "The build failed; everything it said is in $build_log." >&2
    return 1
  fi
  mv "$build_mark.begun" "$build_mark"
}

ensure_built() {
  if needs_build; then
    build
  fi
}

launcher() {
  cd "$repository"
  exec "$JAVA_HOME/bin/java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    --enable-native-access=ALL-UNNAMED \
    -cp "deploy/local/target/classes:deploy/local/target/lib/*" org.entente.local.launcher.Main "$@"
}
