package org.entente.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A pack of evidence as a map of its files. */
final class ExportedPack {

  private ExportedPack() {}

  static Map<String, byte[]> files(byte[] pack) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  static byte[] zip(Map<String, byte[]> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  static JsonPath manifest(Map<String, byte[]> files) {
    return new JsonPath(text(files, "manifest.json"));
  }

  static String text(Map<String, byte[]> files, String name) {
    return new String(bytes(files, name), UTF_8);
  }

  static byte[] bytes(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  /** All that is disclosed there, in the clear. */
  static String disclosed(Map<String, byte[]> files, String name) {
    return text(files, name)
        .lines()
        .flatMap(line -> new JsonPath(line).getList("disclosures", String.class).stream())
        .map(one -> new String(Base64.getUrlDecoder().decode(one), UTF_8))
        .collect(Collectors.joining("\n"));
  }
}
