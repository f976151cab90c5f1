package org.entente.kit.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.file.Disk;
import org.entente.kit.stix.CutEnvelope;
import org.entente.kit.submit.PartEvidence;
import org.entente.kit.submit.Plan;
import org.entente.kit.submit.Submitter;

/// Sends parts, each with what proves it kept before and after. Not thread-safe.
record Delivery(
    Submitter submitter, Plan plan, Keeping keeping, FailureList failed, SubmissionTotals totals) {

  /// A folder, if anything is kept.
  record Keeping(Optional<Path> out, Disk disk) {

    void keep(String folder, Map<String, byte[]> named) {
      out.ifPresent(path -> disk.writeAll(path.resolve(folder), named));
    }
  }

  /// @param number from 1
  void deliver(int number, CutEnvelope part) {
    boolean only = number == 1 && part.last();
    String folder = only ? "" : "%06d".formatted(number);
    byte[] manifest = submitter.sign(plan, number, part);
    keeping.keep(folder, Map.of("body.json", part.bytes(), "manifest.jws", manifest));
    Submitter.Done done = submitter.send(plan, number, part);
    PartEvidence evidence = done.evidence();
    Map<String, byte[]> proof = new LinkedHashMap<>();
    proof.put("manifest.jws", evidence.manifest()); // Another one when the first had expired.
    proof.put("status.json", evidence.status());
    proof.put("receipt.tlog-proof", evidence.receipt());
    keeping.keep(folder, proof);
    failed.add(number, evidence.status());
    totals.add(part.objects(), done);
  }
}
