package org.entente.kit.client;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.entente.kit.file.Disk;
import org.entente.kit.journal.Asked;
import org.entente.kit.journal.JournalFolder;
import org.entente.kit.journal.Numbered;
import org.entente.kit.journal.Reply;
import org.entente.kit.journal.RequestJournal;
import org.entente.kit.manifest.JcaSigningKey;
import org.entente.kit.manifest.Sha256;
import org.entente.kit.profile.KeyFile;
import org.entente.kit.profile.PartnerProfile;
import org.entente.kit.profile.ProfileInvalid;
import org.entente.kit.sequence.SequenceSigner;
import org.entente.kit.sequence.SequenceStatement;

/**
 * Numbers every request of a client that keeps a journal, and notes what came of it. Thread-safe.
 *
 * @param origin the exchange's public name, before the path
 */
record Counting(String origin, Optional<RequestJournal> journal) {

  private static final int LONGEST_WHY = 500;

  /** Counts in the profile's journal, if it names one. */
  static Counting of(PartnerProfile profile, Disk disk, Clock clock) {
    if (profile.journalFolder().isEmpty()) {
      return new Counting("", Optional.empty());
    }
    URI root = URI.create(profile.apiRoot());
    var folder = new JournalFolder(disk, profile.journalFolder().get(), profile.clientId());
    var journal = new RequestJournal(folder, signer(profile), profile.clientId(), clock);
    return new Counting(root.getScheme() + "://" + root.getRawAuthority(), Optional.of(journal));
  }

  private static SequenceSigner signer(PartnerProfile profile) {
    KeyFile file = profile.signing();
    try {
      return new SequenceSigner(new JcaSigningKey(file.key(), file.chain()));
    } catch (IllegalArgumentException e) {
      throw new ProfileInvalid(String.valueOf(e.getMessage()), e);
    }
  }

  /** Sends the request, numbered and noted if the client counts. */
  HttpResponse<byte[]> send(
      HttpRequest.Builder request,
      Optional<Sha256> body,
      Function<HttpRequest, HttpResponse<byte[]>> sending) {
    return journal.isPresent()
        ? send(request, body, sending, journal.get())
        : sending.apply(request.build());
  }

  private HttpResponse<byte[]> send(
      HttpRequest.Builder request,
      Optional<Sha256> body,
      Function<HttpRequest, HttpResponse<byte[]>> sending,
      RequestJournal counted) {
    Numbered numbered = counted.ask(asked(request.copy().build(), body));
    request.header(SequenceStatement.HEADER, numbered.statement());
    try {
      HttpResponse<byte[]> answer = sending.apply(request.build());
      Optional<String> receipt = answer.headers().firstValue("Audit-Receipt");
      counted.came(
          numbered, new Reply.Given(answer.statusCode(), receipt, Sha256.of(answer.body())));
      return answer;
    } catch (ExchangeRefused e) {
      counted.came(numbered, new Reply.Refused(e.status(), e.code(), e.errorId()));
      throw e;
    } catch (Unreachable e) {
      counted.came(numbered, new Reply.None(why(e)));
      throw e;
    }
  }

  private Asked asked(HttpRequest request, Optional<Sha256> body) {
    String url = origin + request.uri().getRawPath();
    return new Asked(request.method(), url, Optional.ofNullable(request.uri().getRawQuery()), body);
  }

  private static String why(Unreachable e) {
    String why = String.valueOf(e.getMessage());
    return why.substring(0, Math.min(why.length(), LONGEST_WHY));
  }
}
