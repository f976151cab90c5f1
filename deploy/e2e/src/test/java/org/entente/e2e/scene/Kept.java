package org.entente.e2e.scene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.entente.e2e.scene.Load.Sent;
import org.entente.kit.client.ExchangeClient.Submitted;
import org.entente.kit.stix.StixInput;
import org.entente.kit.stix.StixSlice;

/** That what was acknowledged is still there, once, whatever happened since. */
public record Kept(Scene scene, Feed sender, Feed reader) {

  private static final int REPEATED = 20;

  /**
   * Each of these was received once and has its answer for ever, and the log holds, read either
   * way.
   */
  public void all(List<Sent> acknowledged) {
    arrived(acknowledged);
    answeredAlike(acknowledged);
    theLogHolds(scene);
  }

  /**
   * The same, but only the newest are repeated: under load there are more than there is time for.
   */
  public void allOfLoad(List<Sent> acknowledged) {
    arrived(acknowledged);
    var first = Math.max(0, acknowledged.size() - REPEATED);
    answeredAlike(acknowledged.subList(first, acknowledged.size()));
    theLogHolds(scene);
  }

  private void arrived(List<Sent> acknowledged) {
    receivedOnce(acknowledged.stream().flatMap(s -> objects(s.submission()).stream()).toList());
  }

  /** Each of these has its answer for ever. */
  public void answeredAlike(List<Sent> acknowledged) {
    acknowledged.forEach(sent -> same(sent.answer(), sender.submit(sent.submission())));
  }

  /** An auditor who reads it finds nothing, and neither does whoever hashes the stored one. */
  public static void theLogHolds(Scene scene) {
    assertEquals(List.of(), scene.auditor().findings());
    var checked = scene.fsck();
    assertEquals(0, checked.exit(), checked.said());
  }

  /** The answer to a repetition is the first one. */
  public static void same(Submitted first, Submitted again) {
    assertTrue(again.replayed());
    assertArrayEquals(first.status().document().bytes(), again.status().document().bytes());
    assertEquals(first.status().receipt(), again.status().receipt());
  }

  /** The reader is given each of these objects once. */
  public void receivedOnce(List<String> objects) {
    var received = reader.received().stream().map(Kept::text).toList();
    for (var object : objects) {
      assertEquals(1, Collections.frequency(received, object), object);
    }
  }

  /** What is in a submission. */
  public static List<String> objects(Signed warning) {
    return StixInput.of(warning.bodyBytes()).objects().stream().map(Kept::text).toList();
  }

  private static String text(StixSlice object) {
    return new String(object.bytes(), UTF_8);
  }
}
