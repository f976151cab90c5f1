package org.entente.e2e.scene;

import java.util.Optional;

/** Where on its way a submission can be stopped, by means a real exchange knows. */
public enum Step {
  /** The indicator-service has it in hand, nothing is stored. */
  IN_HAND("") {
    @Override
    public Halt halt(Scene scene, Feed feed, Signed submission) {
      var lock = scene.indicators().hold("LOCK TABLE submission IN EXCLUSIVE MODE");
      return Halt.at(lock, feed, submission, "INSERT INTO submission");
    }
  },
  /** Stored; the log does not answer. */
  RECEIVED("received") {
    @Override
    public Halt halt(Scene scene, Feed feed, Signed submission) {
      scene.auditService().suspend();
      var answer = feed.begin(submission);
      Eventually.is("received", () -> scene.indicators().stateOf(submission).isPresent());
      return new Halt(answer, scene.auditService()::resume);
    }
  },
  /** The audit-service is inside the transaction that appends it. */
  IN_THE_LOGS_BATCH("received") {
    @Override
    public Halt halt(Scene scene, Feed feed, Signed submission) {
      var lock = scene.audit().hold("SELECT * FROM log_state FOR UPDATE");
      return Halt.at(lock, feed, submission, "UPDATE log_state");
    }
  },
  /** In the log; admission waits for its turn in the collection. */
  RECORDED("received") {
    @Override
    public Halt halt(Scene scene, Feed feed, Signed submission) {
      return Halt.at(turn(scene), feed, submission, ADMISSION);
    }
  },
  /** Admitted and visible; the log does not take the outcome, so nobody was told. */
  ADMITTED("admitted") {
    @Override
    public Halt halt(Scene scene, Feed feed, Signed submission) {
      var lock = turn(scene);
      var halt = Halt.at(lock, feed, submission, ADMISSION);
      scene.auditService().suspend();
      lock.close();
      Eventually.is("admitted", () -> scene.indicators().stateOf(submission).equals(state()));
      return new Halt(halt.answer(), scene.auditService()::resume);
    }
  };

  private static final String ADMISSION = "from collection";

  private final String state;

  Step(String state) {
    this.state = state;
  }

  /** What PostgreSQL knows of a submission that stands here. */
  public Optional<String> state() {
    return Optional.of(state).filter(known -> !known.isEmpty());
  }

  /** Sends the submission and returns when it stands at this step. */
  public abstract Halt halt(Scene scene, Feed feed, Signed submission);

  /** Keeps admissions from their turn; receiving only looks whether the collection exists. */
  private static HeldLock turn(Scene scene) {
    return scene.indicators().hold("SELECT * FROM collection FOR NO KEY UPDATE");
  }
}
