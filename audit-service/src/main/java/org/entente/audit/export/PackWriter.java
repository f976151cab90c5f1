package org.entente.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.audit.record.Sha256;

/** Writes a zip file in one go and remembers the digest of each file in it. For one thread. */
final class PackWriter implements AutoCloseable {

  private final ZipOutputStream zip;
  private final Instant time;
  private final Map<String, String> digests = new LinkedHashMap<>();

  PackWriter(OutputStream out, Instant time) {
    this.zip = new ZipOutputStream(out, UTF_8);
    this.time = time;
  }

  /** Something that writes a file, and leaves it open. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  void add(String name, Content content) throws IOException {
    var entry = new ZipEntry(name);
    entry.setTime(time.toEpochMilli());
    zip.putNextEntry(entry);
    var digested = new DigestOutputStream(zip, Sha256.digest());
    content.write(digested);
    zip.closeEntry();
    digests.put(name, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
  }

  void add(String name, byte[] bytes) throws IOException {
    add(name, out -> out.write(bytes));
  }

  /** SHA-256 in hexadecimal of each file so far. */
  Map<String, String> digests() {
    return Collections.unmodifiableMap(digests);
  }

  /** Ends the file; without that it cannot be opened. */
  @Override
  public void close() throws IOException {
    zip.finish();
    zip.flush();
  }
}
