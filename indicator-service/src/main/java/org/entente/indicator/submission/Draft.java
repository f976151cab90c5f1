package org.entente.indicator.submission;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.entente.indicator.act.Performable;
import org.entente.indicator.admission.Admissible;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.audit.Receipt;
import org.entente.indicator.collection.Collection;
import org.entente.stix.release.ReleaseRule;

/// A submission together with what was read out of it.
record Draft(Submission submission, Reading reading) {
  /// The same, once it is in the log.
  Admissible recordedAs(Receipt receipt, Content.Objects objects) {
    Collection collection = reading.collection();
    Verified verified = reading.verified();
    return new Admissible(
        submission.id(),
        collection,
        new ReleaseRule(collection.audience().named(), verified.recipients(), verified.floor()),
        objects.offers(),
        objects.plain(),
        submission.receivedAt(),
        reading.actor(),
        facts(submission.id(), reading),
        receipt);
  }

  /// The same for acts.
  Performable recordedAs(Receipt receipt, Content.Acts acts) {
    Verified verified = reading.verified();
    boolean deletion = reading.kind() == Kind.DELETION;
    return new Performable(
        submission.id(),
        reading.collection(),
        verified.recipients(),
        verified.floor(),
        acts.acts(),
        submission.receivedAt(),
        reading.kind().recorded(reading.actor()),
        facts(submission.id(), reading),
        deletion ? Operation.DELETE_OBJECT_OUTCOME : Operation.ACT_OUTCOME,
        reading.kind().status(),
        receipt);
  }

  /// What every record on a submission says of it. Not its size: what is left of that after the
  /// objects released would be the size of the withheld. Nor the digest of a deleted object's URL,
  /// which could be guessed; the manifest's binds it.
  static Map<Fact, Object> facts(UUID id, Reading reading) {
    Map<Fact, Object> facts = new EnumMap<>(Fact.class);
    facts.put(Fact.COLLECTION, reading.collection().id().toString());
    facts.put(Fact.SUBMISSION, id.toString());
    facts.put(Fact.MANIFEST_SHA256, reading.verified().manifestSha256().base64url());
    if (reading.kind() != Kind.DELETION) {
      facts.put(Fact.BODY_SHA256, reading.verified().bodySha256().base64url());
    }
    facts.put(Fact.SIGNER, reading.verified().signer());
    if (!reading.verified().revocationLists().isEmpty()) {
      facts.put(Fact.REVOCATION_LISTS, String.join(" ", reading.verified().revocationLists()));
    }
    return facts;
  }
}
