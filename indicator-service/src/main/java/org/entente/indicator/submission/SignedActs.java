package org.entente.indicator.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entente.indicator.act.Act;
import org.entente.indicator.act.ActsReader;
import org.entente.indicator.act.Deletions;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.refusal.Refusal.ObjectUnknown;
import org.entente.indicator.refusal.Refusal.SubmissionInvalid;
import org.entente.indicator.submission.Intake.Completed;

/// Later acts of a producer, on the way of every submission: received, recorded, carried out.
@Singleton
public final class SignedActs {
  private static final String URL = "entente-url";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Collections collections;
  private final Drafts drafts;
  private final Deletions deletions;
  private final Completion completion;

  SignedActs(Collections collections, Drafts drafts, Deletions deletions, Completion completion) {
    this.collections = collections;
    this.drafts = drafts;
    this.deletions = deletions;
    this.completion = completion;
  }

  /// Carries a list of acts out and answers its status.
  Answer answer(Call call, String collectionId, byte[] body) {
    Collection collection = collections.writable(collectionId, call.reader());
    call.note(Fact.COLLECTION, collection.id().toString());
    Arrival arrival = Arrival.of(call, collection, body);
    List<Act> acts = ActsReader.read(body);
    Secrecy.require(call, acts);
    return completion.answer(call, drafts.fresh(arrival, call.actor(), Kind.ACTS, acts));
  }

  /// Whether a deletion carries a signature.
  public static boolean isSigned(Call call) {
    return call.header(Manifest.HEADER).isPresent();
  }

  /// Withdraws an object as the signed URL says, once permissions are known to allow it.
  ///
  /// @throws SubmissionInvalid when the URL is another object's
  /// @throws ObjectUnknown when nobody had any such version
  public Answer delete(Call call, Collection collection, String object) {
    byte[] url =
        call.header(URL)
            .orElseThrow(() -> new SubmissionInvalid("no Entente-Url"))
            .getBytes(StandardCharsets.US_ASCII);
    Arrival arrival = Arrival.of(call, collection, url);
    call.conceal(Fact.BODY_SHA256);
    Act act = deletions.read(url, collection.id());
    if (!act.object().equals(object)) {
      throw new SubmissionInvalid("the signed URL is another object's");
    }
    Draft draft = drafts.fresh(arrival, call.actor(), Kind.DELETION, List.of(act));
    Completed completed = completion.complete(call, draft);
    if (failed(completed)) {
      throw new ObjectUnknown("no such object");
    }
    return Completion.answer(Kind.DELETION, completed, new byte[0]);
  }

  private static boolean failed(Completed completed) {
    try {
      byte[] status = completed.admitted().status().toBytes();
      return JSON.readTree(status).path("success_count").asInt() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException("a status of ours is JSON", e);
    }
  }
}
