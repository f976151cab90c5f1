package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.entente.kit.evidence.SignedOrigin;
import org.entente.kit.file.Disk;
import org.entente.kit.manifest.ManifestVerifier;
import org.entente.kit.stix.StixSlice;
import org.entente.kit.wording.Counted;

/// Holds every object against what its producer signed. A body signed is fetched once, unless the
/// objects of many are mixed: the newest few are remembered.
final class EvidenceCheck {

  private static final int REMEMBERED = 4;

  private final Function<StixSlice, Map<String, Object>> fetch;
  private final ManifestVerifier verifier;
  private final Disk disk;
  private final Optional<Path> folder;
  private final List<SignedOrigin> newest = new ArrayList<>();
  private final Set<UUID> origins = new HashSet<>();
  private final List<String> unsigned = new ArrayList<>();

  /// @param fetch the exchange's evidence for an object
  /// @param folder where manifests and bodies are kept
  EvidenceCheck(
      Function<StixSlice, Map<String, Object>> fetch,
      ManifestVerifier verifier,
      Disk disk,
      Optional<Path> folder) {
    this.fetch = fetch;
    this.verifier = verifier;
    this.disk = disk;
    this.folder = folder;
  }

  /// Checks these objects; those that stand in no signed body are remembered by id.
  void check(List<StixSlice> objects) {
    for (StixSlice object : objects) {
      if (!SignedOrigin.anyContains(newest, object) && !origin(object).contains(object)) {
        unsigned.add(object.id());
      }
    }
  }

  private SignedOrigin origin(StixSlice object) {
    SignedOrigin origin = SignedOrigin.of(fetch.apply(object), verifier);
    UUID id = origin.manifest().claims().id();
    if (newest.size() == REMEMBERED) {
      newest.removeFirst();
    }
    newest.add(origin);
    if (origins.add(id)) {
      folder.ifPresent(out ->
          disk.writeAll(
              out.resolve("evidence").resolve(id.toString()),
              Map.of(
                  "manifest.jws", origin.evidence().manifest(),
                  "body.json", origin.evidence().body())));
    }
    return origin;
  }

  /// Says what was found.
  Report tell(Report report) {
    report.put("submissions", origins.size()).put("unsigned", unsigned);
    if (unsigned.isEmpty()) {
      return origins.isEmpty() ? report : report.line(whole());
    }
    unsigned.forEach(id -> report.line("Not in any signed body: " + id));
    return report.exit(ExitCode.NOT_VERIFIED);
  }

  private String whole() {
    String bodies = Counted.of(origins.size(), "signed body", "signed bodies");
    String one = origins.size() == 1 ? "" : "one of ";
    return "Every object stands, byte for byte, in " + one + bodies + ".";
  }
}
