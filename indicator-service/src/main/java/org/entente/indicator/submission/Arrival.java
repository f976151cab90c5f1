package org.entente.indicator.submission;

import org.entente.indicator.audit.Fact;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.CallerHeader;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.refusal.Refusal.SubmissionInvalid;

/// A submission as the gateway passed it on: the body and the headers, untouched.
final class Arrival {
  private final Collection collection;
  private final Manifest manifest;
  private final byte[] body;
  private final String caller;
  private final String verified;

  private Arrival(Collection collection, Manifest manifest, byte[] body, Call call) {
    this.collection = collection;
    this.manifest = manifest;
    this.body = body;
    this.caller = header(call, CallerHeader.NAME);
    this.verified = header(call, Verified.HEADER);
  }

  /// Takes a call apart and notes what is known of it.
  ///
  /// @throws SubmissionInvalid when a header is missing, or manifest or body are other bytes than
  ///   the gateway speaks of
  static Arrival of(Call call, Collection collection, byte[] body) {
    Manifest manifest = Manifest.read(header(call, Manifest.HEADER));
    Arrival arrival = new Arrival(collection, manifest, body, call);
    Verified facts = arrival.facts();
    call.note(Fact.MANIFEST_SHA256, facts.manifestSha256().base64url());
    call.note(Fact.BODY_SHA256, facts.bodySha256().base64url());
    call.note(Fact.SIGNER, facts.signer());
    return arrival;
  }

  private static String header(Call call, String name) {
    return call.header(name).orElseThrow(() -> new SubmissionInvalid("no " + name));
  }

  private Verified facts() {
    Verified facts = Verified.read(verified);
    boolean same =
        facts.manifestSha256().equals(manifest.bytes().sha256())
            && facts.bodySha256().equals(Sha256.of(body));
    if (!same) {
      throw new SubmissionInvalid("the gateway's digests are not those of manifest and body");
    }
    return facts;
  }

  Collection collection() {
    return collection;
  }

  Manifest manifest() {
    return manifest;
  }

  byte[] body() {
    return body;
  }

  String caller() {
    return caller;
  }

  String verified() {
    return verified;
  }
}
