# Sourced by build, base and deploy/bench/run: lays out what goes into the images, and trains the caches.
# Linux only, as the images are.

. "$(dirname "${BASH_SOURCE[0]}")/../local/launch.sh"
images="$repository/deploy/images"
stage="$images/target/stage"
all_services="sharing-gateway indicator-service audit-service"
built_modules="$built_modules,deploy/images"
build_mark="$images/target/built"

# In seconds. The date that all files of the images have: that of the packaged jars, or SOURCE_DATE_EPOCH.
packaging_date() {
  local in_pom
  in_pom=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</.*:\1:p' "$repository/pom.xml")
  echo "${SOURCE_DATE_EPOCH:-$(date -u -d "$in_pom" +%s)}"
}

version() {
  sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$repository/pom.xml" | head -n 1
}

# The same owner's rights and date for everything, so that the same content makes the same layer.
even_out() {
  chmod -R u=rwX,go=rX "$@"
  find "$@" -exec touch --no-dereference --date="@$(packaging_date)" {} +
}

make_runtime() {
  rm -rf "$stage/runtime"
  "$JAVA_HOME/bin/jlink" --output "$stage/runtime" \
    --add-modules "$(grep -v '^#' "$images/modules" | paste -s -d ,)" --include-locales=en,ko \
    --no-header-files --no-man-pages --generate-cds-archive
  # The heap is never so large that pointers are not compressed; and nothing but services is run.
  rm -f "$stage/runtime/lib/server/classes_nocoops.jsa"
  find "$stage/runtime/bin" -type f ! -name java -delete
}

lay_out() { # lay_out <service>
  local folder="$stage/$1"
  rm -rf "$folder"
  mkdir -p "$folder/application" "$folder/cache"
  cp -al "$stage/runtime" "$folder/runtime"
  cp -R "$repository/$1/target/quarkus-app"/{app,lib,quarkus,quarkus-run.jar} "$folder/application"
  cp "$repository/$1/target/bom.json" "$images/java.options" "$folder/application"
  even_out "$folder"
}

# A run of the whole exchange with throw-away keys and databases, none of which is kept.
train() {
  "$JAVA_HOME/bin/java" -Xmx128m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    -cp "$images/target/classes:$images/target/lib/*" org.entente.images.Training "$repository"
  even_out "$stage"/*/cache
}

# Everything of the three services, whichever are wanted: they are trained together.
prepare_stage() { # prepare_stage [--without-cache]
  mkdir -p "$stage"
  make_runtime
  local service
  for service in $all_services; do
    lay_out "$service"
  done
  [ "${1-}" = --without-cache ] || train
}
