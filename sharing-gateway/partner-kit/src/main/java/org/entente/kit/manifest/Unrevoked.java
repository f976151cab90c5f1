package org.entente.kit.manifest;

import java.time.Instant;
import java.util.List;
import org.entente.kit.manifest.ManifestRejected.Code;
import org.entente.revocation.ListName;
import org.entente.revocation.Verdict;

/** Turns what lists say into a refusal, or into what the evidence says was looked at. */
final class Unrevoked {

  /** What stands among the checks where no lists are agreed on. */
  private static final String UNCHECKED = "revocation:unchecked";

  /** The checks made, or SIG_REVOKED or REVOCATION_UNAVAILABLE. */
  static List<String> require(Revocation revocation, SigningPath path, Instant at) {
    return switch (revocation.judge(path.trust().partner(), path.certificates(), at)) {
      case Verdict.Unchecked() -> List.of(UNCHECKED);
      case Verdict.Good good -> good.lists().stream().map(ListName::toString).toList();
      case Verdict.Revoked revoked ->
          throw new ManifestRejected(
              Code.SIG_REVOKED, "The signer's certificate is revoked.", revoked.list());
      case Verdict.Unavailable _ ->
          throw new ManifestRejected(
              Code.REVOCATION_UNAVAILABLE,
              "Whether the signer's certificate is revoked cannot be known now; try again later.");
    };
  }

  private Unrevoked() {}
}
