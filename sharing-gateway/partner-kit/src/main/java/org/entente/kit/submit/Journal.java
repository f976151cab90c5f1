package org.entente.kit.submit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.kit.client.ExchangeClient.Answer;
import org.entente.kit.client.ExchangeClient.Document;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.kit.client.ReceiptHandle;
import org.entente.kit.file.AppendFile;
import org.entente.kit.file.FileTrouble;
import org.entente.kit.json.JsonRejected;
import org.jspecify.annotations.Nullable;

/// What has been signed, sent and answered, as lines of NDJSON, each durable before the next thing
/// happens. A line torn by a crash is as if it had never been begun. Not thread-safe.
public final class Journal implements AutoCloseable {

  private final AppendFile file;
  private final Map<Integer, SignedPart> signed = new HashMap<>();
  private final Map<Integer, Stretch> answers = new HashMap<>();
  private final Map<Integer, Stretch> receipts = new HashMap<>();
  private @Nullable Plan plan;

  /// Where a line stands.
  private record Stretch(long offset, int length) {}

  /// Reads what is there; [FileTrouble] when a line before the last one is damaged.
  public Journal(AppendFile file) {
    this.file = file;
    try {
      read(file.all());
    } catch (IOException e) {
      throw new FileTrouble(file.path() + " cannot be read.", e);
    }
  }

  private void read(InputStream in) throws IOException {
    long whole = 0;
    long end = file.length();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c >= 0; c = in.read()) {
      line.write(c);
      if (c == '\n') {
        long behind = whole + line.size();
        if (!understood(line.toByteArray(), new Stretch(whole, line.size()), behind == end)) {
          break;
        }
        whole = behind;
        line.reset();
      }
    }
    if (whole < end) {
      file.truncate(whole);
    }
  }

  /// False for the last line when a crash tore it.
  private boolean understood(byte[] line, Stretch at, boolean last) {
    try {
      note(JournalLine.parse(line), at);
      return true;
    } catch (JsonRejected e) {
      if (last) {
        return false;
      }
      throw new FileTrouble(file.path() + " is damaged at byte " + at.offset() + ".", e);
    }
  }

  private void note(JournalLine line, Stretch at) {
    switch (line.kind()) {
      case "journal" -> plan = line.plan();
      case "signed" -> signed.put(line.integer("signed"), line.signed());
      case "answered" -> answers.put(line.integer("answered"), at);
      case "receipt" -> receipts.put(line.integer("receipt"), at);
      default -> throw new JsonRejected("A line of the journal is of no known kind.");
    }
  }

  /// What is being submitted, or empty when the journal is new.
  public Optional<Plan> plan() {
    return Optional.ofNullable(plan);
  }

  /// The first line.
  public void begin(Plan begun) {
    append(JournalLine.of(begun));
  }

  Optional<SignedPart> signed(int part) {
    return Optional.ofNullable(signed.get(part));
  }

  void signed(SignedPart part) {
    append(JournalLine.of(part));
  }

  /// The exchange's answer to a part.
  Optional<Submitted> answer(int part) {
    return Optional.ofNullable(answers.get(part))
        .map(this::line)
        .map(line -> {
          ReceiptHandle receipt =
              new ReceiptHandle(line.number("receipt_index"), line.text("receipt_leaf"));
          Document status = new Document(line.text("status").getBytes(UTF_8));
          return new Submitted(new Answer(receipt, status), line.flag("replayed"));
        });
  }

  void answered(int part, Submitted submitted) {
    append(JournalLine.of(part, submitted));
  }

  /// The receipt of a part, a tlog-proof.
  Optional<byte[]> receipt(int part) {
    return Optional.ofNullable(receipts.get(part))
        .map(at -> line(at).text("proof").getBytes(UTF_8));
  }

  void receipt(int part, byte[] proof) {
    append(JournalLine.ofReceipt(part, proof));
  }

  private JournalLine line(Stretch at) {
    return JournalLine.parse(file.read(at.offset(), at.length()));
  }

  private void append(JournalLine line) {
    byte[] bytes = line.bytes();
    Stretch at = new Stretch(file.length(), bytes.length);
    file.append(bytes);
    note(line, at);
  }

  @Override
  public void close() {
    file.close();
  }
}
