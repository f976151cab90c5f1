package org.entente.kit.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.manifest.Sha256;

/// The files of a pack, none of which is believed: names are few and plain, sizes are limited
/// however small the zip is, and nothing is written anywhere. For one thread.
final class PackFile implements AutoCloseable {

  private static final Pattern NAME =
      Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._-]*(/[a-zA-Z0-9][a-zA-Z0-9._-]*)?");
  private static final Pattern SUM = Pattern.compile("([0-9a-f]{64})  (.+)");
  private static final String SUMS = "SHA256SUMS";
  private static final int MOST_FILES = 10_100;
  private static final int SMALL = 8 << 20;

  private final ZipFile zip;
  private final Set<String> names = new TreeSet<>();

  PackFile(Path file) {
    try {
      zip = new ZipFile(file.toFile(), UTF_8);
    } catch (IOException e) {
      throw new FileTrouble(file + " is no zip file, or not a whole one.", e);
    }
    Set<String> seen = new HashSet<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      if (!NAME.matcher(entry.getName()).matches() || !seen.add(entry.getName())) {
        throw new PackRejected("an odd name, or one twice: " + entry.getName());
      }
    }
    if (seen.size() > MOST_FILES) {
      throw new PackRejected(seen.size() + " files");
    }
    names.addAll(seen);
  }

  Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  /// Every file has the digest that the pack says, and none is unsaid.
  void requireDigests() {
    Map<String, String> sums = new LinkedHashMap<>();
    for (String line : text(SUMS).lines().toList()) {
      Matcher sum = SUM.matcher(line);
      if (!sum.matches()) {
        throw new PackRejected(SUMS + " has an odd line");
      }
      sums.put(sum.group(2), sum.group(1));
    }
    Set<String> listed = new TreeSet<>(sums.keySet());
    listed.add(SUMS);
    if (!listed.equals(names)) {
      throw new PackRejected("the files are not those that " + SUMS + " lists");
    }
    sums.forEach((name, sum) -> {
      if (!digest(name).equals(sum)) {
        throw new PackRejected(name + " is not what " + SUMS + " says");
      }
    });
  }

  private String digest(String name) {
    try (InputStream in = open(name)) {
      return HexFormat.of().formatHex(Sha256.of(in).bytes());
    } catch (IOException e) {
      throw new PackRejected(name + " cannot be read: " + e.getMessage());
    }
  }

  /// A file to be read piece by piece.
  InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new PackRejected(name + " is missing");
    }
    return zip.getInputStream(entry);
  }

  /// A small file as a whole.
  byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      byte[] bytes = in.readNBytes(SMALL + 1);
      if (bytes.length > SMALL) {
        throw new PackRejected(name + " is too large");
      }
      return bytes;
    } catch (IOException e) {
      throw new PackRejected(name + " cannot be read: " + e.getMessage());
    }
  }

  String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  /// Names in this folder that end so, without either, in order.
  List<String> in(String folder, String ending) {
    return names.stream()
        .filter(name -> name.startsWith(folder + "/") && name.endsWith(ending))
        .map(name -> name.substring(folder.length() + 1, name.length() - ending.length()))
        .toList();
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new FileTrouble(zip.getName() + " cannot be closed.", e);
    }
  }
}
