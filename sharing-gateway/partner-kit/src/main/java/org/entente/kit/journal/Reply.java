package org.entente.kit.journal;

import java.util.Optional;
import org.entente.kit.manifest.Sha256;

/// What came of a request.
public sealed interface Reply {

  /// An answer that gave what was asked for.
  ///
  /// @param receipt `Audit-Receipt`, its place in the log
  /// @param body digest of the answer
  record Given(int status, Optional<String> receipt, Sha256 body) implements Reply {}

  /// The exchange said no.
  ///
  /// @param error the exchange's id of the request
  record Refused(int status, String code, Optional<String> error) implements Reply {}

  /// No answer came; whether the request arrived is not known.
  record None(String why) implements Reply {}

  /// Whether the same request is to be sent again, as the same request.
  default boolean open() {
    return switch (this) {
      case Given given -> false;
      case Refused refused ->
          switch (refused.status()) {
            case 408, 429, 502, 503, 504 -> true;
            default -> false;
          };
      case None none -> true;
    };
  }
}
