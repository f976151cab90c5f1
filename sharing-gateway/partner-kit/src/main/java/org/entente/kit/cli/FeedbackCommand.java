package org.entente.kit.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.entente.kit.feedback.Feedback;
import org.entente.kit.file.FileTrouble;
import org.entente.stix.address.Secrets;
import picocli.CommandLine.Mixin;

/// What a reader tells a producer: an object that is printed, or signed and sent.
abstract class FeedbackCommand extends EntenteCommand {

  @Mixin private Authorship authorship = new Authorship();
  @Mixin private Sending sending = new Sending();

  /// Writes the object.
  abstract String object(Feedback feedback);

  @Override
  final boolean writesToStandardOutput() {
    return !sending.sends();
  }

  @Override
  final Report run() {
    String object = object(authorship.feedback(edge(), this::usage));
    if (!Secrets.find(object).isEmpty()) {
      throw usage("There is a private key or seed phrase in it: whoever sees it owns the money.");
    }
    byte[] envelope = ("{\"objects\":[\n" + object + "\n]}\n").getBytes(UTF_8);
    return sending.sends() ? sending.send(envelope, this) : print(envelope);
  }

  private Report print(byte[] envelope) {
    try {
      edge().out().write(envelope);
      edge().out().flush();
    } catch (IOException e) {
      throw new FileTrouble("Standard output cannot be written.", e);
    }
    return new Report();
  }
}
