package org.entente.indicator.refusal;

import java.util.Objects;

/// An expected refusal: recorded in the log first, then told to the caller. The codes are part of
/// the contract.
public abstract sealed class Refusal extends RuntimeException {
  private final int status;
  private final String code;
  private final String title;

  private Refusal(int status, String code, String title, String detail) {
    // A refusal is an answer, not a failure: no stack trace is worth its cost.
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.title = title;
  }

  /// HTTP status of the answer.
  public int status() {
    return status;
  }

  /// Stable code.
  public String code() {
    return code;
  }

  /// Short text, the same for every refusal of this kind.
  public String title() {
    return title;
  }

  /// What is wrong this time, fit for the caller to read.
  public String detail() {
    return Objects.requireNonNullElse(getMessage(), title);
  }

  /// The connection or the caller header names nobody this service answers.
  public static final class CallerUnknown extends Refusal {
    public CallerUnknown(String detail) {
      super(403, "CALLER_UNKNOWN", "Caller unknown", detail);
    }
  }

  /// No collection of that id is visible to the caller.
  public static final class CollectionUnknown extends Refusal {
    public CollectionUnknown(String detail) {
      super(404, "COLLECTION_UNKNOWN", "Collection unknown", detail);
    }
  }

  /// The caller sees the collection but may not do this in it.
  public static final class AuthzCollection extends Refusal {
    public AuthzCollection(String detail) {
      super(403, "AUTHZ_COLLECTION", "Not allowed in this collection", detail);
    }
  }

  /// Nothing of that id was released to the caller: absent and withheld look the same.
  public static final class ObjectUnknown extends Refusal {
    public ObjectUnknown(String detail) {
      super(404, "OBJECT_UNKNOWN", "Object unknown", detail);
    }
  }

  /// No submission of the caller has that id.
  public static final class StatusUnknown extends Refusal {
    public StatusUnknown(String detail) {
      super(404, "STATUS_UNKNOWN", "Status unknown", detail);
    }
  }

  /// A query parameter is malformed, repeated or not supported.
  public static final class QueryInvalid extends Refusal {
    public QueryInvalid(String detail) {
      super(400, "QUERY_INVALID", "Query invalid", detail);
    }
  }

  /// The cursor is not this caller's for this listing, has expired, or came with other filters.
  public static final class NextInvalid extends Refusal {
    public NextInvalid(String detail) {
      super(400, "NEXT_INVALID", "Cursor invalid", detail);
    }
  }

  /// An object is taken back by a signed act only.
  public static final class WithdrawalUnsigned extends Refusal {
    public WithdrawalUnsigned(String detail) {
      super(403, "WITHDRAWAL_UNSIGNED", "Not signed", detail);
    }
  }

  /// The body is not I-JSON (RFC 7493).
  public static final class JsonInvalid extends Refusal {
    public JsonInvalid(String detail) {
      super(400, "JSON_INVALID", "Not JSON", detail);
    }
  }

  /// The body is JSON, but no TAXII envelope with objects.
  public static final class EnvelopeInvalid extends Refusal {
    public EnvelopeInvalid(String detail) {
      super(422, "ENVELOPE_INVALID", "Not an envelope", detail);
    }
  }

  /// The envelope holds more objects than one submission may.
  public static final class LimitObjects extends Refusal {
    public LimitObjects(String detail) {
      super(413, "LIMIT_OBJECTS", "Too many objects", detail);
    }
  }

  /// The body holds more bytes than one submission may.
  public static final class LimitBody extends Refusal {
    public LimitBody(String detail) {
      super(413, "LIMIT_BODY", "Body too large", detail);
    }
  }

  /// Something in the body is a private key or seed phrase. Nothing of it is kept.
  public static final class SecretFound extends Refusal {
    public SecretFound(String detail) {
      super(422, "SECRET_FOUND", "A secret in the body", detail);
    }
  }

  /// A look-up that asks nothing.
  public static final class LookupInvalid extends Refusal {
    public LookupInvalid(String detail) {
      super(400, "LOOKUP_INVALID", "Nothing asked", detail);
    }
  }

  /// A look-up asks for more values than one may.
  public static final class LimitValues extends Refusal {
    public LimitValues(String detail) {
      super(413, "LIMIT_VALUES", "Too many values", detail);
    }
  }

  /// The gateway's facts on the submission are malformed or do not fit manifest and body.
  public static final class SubmissionInvalid extends Refusal {
    public SubmissionInvalid(String detail) {
      super(400, "SUBMISSION_INVALID", "Submission facts invalid", detail);
    }
  }

  /// The body is JSON, but no acts, or they contradict each other.
  public static final class ActsInvalid extends Refusal {
    public ActsInvalid(String detail) {
      super(422, "ACTS_INVALID", "Not acts", detail);
    }
  }

  /// The manifest is addressed to somebody the exchange does not know.
  public static final class RecipientUnknown extends Refusal {
    public RecipientUnknown(String detail) {
      super(422, "RECIPIENT_UNKNOWN", "Recipient unknown", detail);
    }
  }

  /// The partner used this jti before, for another manifest.
  public static final class ReplayConflict extends Refusal {
    public ReplayConflict(String detail) {
      super(409, "REPLAY_CONFLICT", "Same jti, other content", detail);
    }
  }

  /// The very same manifest came from another partner before.
  public static final class ReplayForeign extends Refusal {
    public ReplayForeign(String detail) {
      super(403, "REPLAY_FOREIGN", "Manifest of another partner", detail);
    }
  }
}
