package org.entente.indicator.admission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.indicator.bytes.Sha256;
import org.entente.indicator.bytes.Slice;
import org.entente.indicator.lookup.Indexed;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.stix.ObjectKey;
import org.entente.indicator.stix.Property;
import org.entente.indicator.stix.StixObject;
import org.entente.stix.marking.Markings;
import org.entente.stix.marking.Terms;
import org.entente.stix.rule.StixClass;
import org.entente.stix.rule.StixTime;

/// One object of a submission, checked as far as it can be without the store.
///
/// @param markings what it says of its markings; their references are followed on admission
/// @param definition what it asks of objects that refer to it, if it is a marking-definition
/// @param key empty when faults leave none
/// @param indexed under which keys it is found
/// @param remarks what its producer should know, though it is no fault
public record Offer(
    StixObject stix,
    Slice bytes,
    Sha256 sha256,
    Markings markings,
    Optional<Terms> definition,
    Optional<ObjectKey> key,
    Indexed indexed,
    List<Fault> faults,
    List<String> remarks) {
  private static final int LONGEST_ID = 300;

  public Offer {
    faults = List.copyOf(faults);
    remarks = List.copyOf(remarks);
  }

  /// The same object with one more fault.
  Offer with(Fault fault) {
    List<Fault> more = Stream.concat(faults.stream(), Stream.of(fault)).toList();
    return new Offer(stix, bytes, sha256, markings, definition, key, indexed, more, remarks);
  }

  /// The id as the producer will recognise it, even when it is none.
  public String shownId() {
    String id = stix.text(Property.ID).orElse("-");
    return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID);
  }

  /// The producer's own version text: `modified`, else `created`, if it is a timestamp. Observables
  /// have none.
  Optional<String> ownVersion() {
    if (stix.stixClass() == StixClass.SCO) {
      return Optional.empty();
    }
    return stix.text(Property.MODIFIED)
        .or(() -> stix.text(Property.CREATED))
        .flatMap(StixTime::parse)
        .map(StixTime::text);
  }

  String type() {
    return stix.text(Property.TYPE).orElse("-");
  }
}
