package org.entente.kit.cli;

import java.nio.file.Path;
import org.entente.kit.client.Session;
import org.entente.kit.profile.PartnerProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Wrong on purpose: for showing that the door refuses, and that the refusal is in the log. */
final class TestingTheDoor {

  @Option(names = "--no-token", description = "For testing the door: send no access token.")
  private boolean noToken;

  @Option(
      names = "--token-from",
      paramLabel = "FILE",
      description = "For testing the door: send another profile's access token.")
  private @Nullable Path tokenFrom;

  Session apply(Session session) {
    if (noToken) {
      return session.withoutToken();
    }
    return tokenFrom == null ? session : session.withTokenOf(PartnerProfile.read(tokenFrom));
  }
}
