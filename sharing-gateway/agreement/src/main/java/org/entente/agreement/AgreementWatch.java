package org.entente.agreement;

/**
 * Notices that a file has come to say something else. It is looked at again and again rather than
 * waited for: the file may be a link that is swapped, on a file system that tells nobody. What is
 * seen counts once two looks in a row have seen it, since an editor may be in the middle of
 * writing. Thread-safe.
 */
final class AgreementWatch {

  private static final String NONE = "";

  private final AgreementFile file;
  private AgreementFile.Reading last;
  private String inForce;
  private String told;
  private String seen;

  /**
   * Begins with what is in force.
   *
   * @param held as {@code file} said it last
   */
  AgreementWatch(AgreementFile file, AgreementFile.Reading held) {
    this.file = file;
    this.last = held;
    this.inForce = held.agreement().digest();
    this.told = inForce;
    this.seen = inForce;
  }

  /** What was seen. */
  sealed interface Sight {

    /** Nothing new, or something that the next look must see again. */
    record Nothing() implements Sight {}

    /**
     * Another agreement than the one in force; seen until it is {@linkplain #take taken}. Half of
     * it may be by then, so the one before is another one, too, should the file say that again.
     */
    record Another(Agreement agreement) implements Sight {}

    /** What cannot be used; seen once. What is in force stays. */
    record Faulty(AgreementRejected rejected) implements Sight {}

    /** What is in force, after something that could not be used. */
    record Again() implements Sight {}
  }

  /** Looks once. */
  synchronized Sight look() {
    try {
      last = file.after(last);
      Agreement agreement = last.agreement();
      if (!isSettled(agreement.digest())) {
        return new Sight.Nothing();
      }
      if (!agreement.digest().equals(inForce)) {
        inForce = NONE;
        return new Sight.Another(agreement);
      }
      return isTold(inForce) ? new Sight.Nothing() : new Sight.Again();
    } catch (AgreementRejected e) {
      String faults = String.valueOf(e.getMessage());
      return !isSettled(faults) || isTold(faults) ? new Sight.Nothing() : new Sight.Faulty(e);
    }
  }

  /** This is in force now. */
  synchronized void take(Agreement agreement) {
    inForce = agreement.digest();
    told = inForce;
  }

  private boolean isSettled(String now) {
    boolean settled = now.equals(seen);
    seen = now;
    return settled;
  }

  private boolean isTold(String now) {
    boolean known = now.equals(told);
    told = now;
    return known;
  }
}
