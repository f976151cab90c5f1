package org.entente.indicator.stix;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The basic rules every object must keep, whatever its type. Pure; what needs the store
/// (ownership, conflicts) is decided on admission.
public final class StixRules {
  private static final String SPEC_VERSION = "2.1";

  private StixRules() {}

  /// All faults of one object, those seen while reading first; empty when it may go on.
  public static List<Fault> check(StixObject object) {
    List<Fault> faults = new ArrayList<>(object.shape());
    type(object).ifPresent(faults::add);
    id(object).ifPresent(faults::add);
    specVersion(object).ifPresent(faults::add);
    switch (object.stixClass()) {
      case VERSIONED -> faults.addAll(versioned(object));
      case MARKING -> created(object).ifPresent(faults::add);
      case OBSERVABLE -> {}
    }
    return List.copyOf(faults);
  }

  private static Optional<Fault> type(StixObject object) {
    Optional<String> type = object.text(Property.TYPE);
    if (type.isEmpty()) {
      return missing(object, Property.TYPE);
    }
    return type.get().equals("bundle")
        ? fault(object, FaultCode.STIX_TYPE, Property.TYPE, "a bundle is no object of a collection")
        : Optional.empty();
  }

  private static Optional<Fault> id(StixObject object) {
    Optional<String> id = object.text(Property.ID);
    if (id.isEmpty()) {
      return missing(object, Property.ID);
    }
    Optional<StixId> parsed = id.flatMap(StixId::parse);
    if (parsed.isEmpty()) {
      return fault(object, FaultCode.STIX_ID, Property.ID, "not type--UUID in lower case");
    }
    boolean same = object.text(Property.TYPE).filter(parsed.get().type()::equals).isPresent();
    return same
        ? Optional.empty()
        : fault(object, FaultCode.STIX_ID, Property.ID, "its prefix is not the object's type");
  }

  private static Optional<Fault> specVersion(StixObject object) {
    Optional<String> version = object.text(Property.SPEC_VERSION);
    if (version.isEmpty()) {
      return object.stixClass() == StixClass.OBSERVABLE
          ? Optional.empty()
          : missing(object, Property.SPEC_VERSION);
    }
    return version.get().equals(SPEC_VERSION)
        ? Optional.empty()
        : fault(
            object, FaultCode.STIX_SPEC_VERSION, Property.SPEC_VERSION, "only 2.1 is exchanged");
  }

  private static List<Fault> versioned(StixObject object) {
    List<Fault> faults = new ArrayList<>();
    created(object).ifPresent(faults::add);
    timestamp(object, Property.MODIFIED).ifPresent(faults::add);
    order(object).ifPresent(faults::add);
    boolean authorNeeded =
        object.text(Property.TYPE).filter("extension-definition"::equals).isPresent();
    if (authorNeeded && object.text(Property.CREATED_BY_REF).isEmpty()) {
      missing(object, Property.CREATED_BY_REF).ifPresent(faults::add);
    }
    return faults;
  }

  private static Optional<Fault> created(StixObject object) {
    return timestamp(object, Property.CREATED);
  }

  private static Optional<Fault> timestamp(StixObject object, Property property) {
    Optional<String> text = object.text(property);
    if (text.isEmpty()) {
      return missing(object, property);
    }
    Optional<StixTime> time = text.flatMap(StixTime::parse);
    if (time.isEmpty()) {
      return fault(object, FaultCode.STIX_TIMESTAMP, property, "not a UTC timestamp with Z");
    }
    return time.get().hasMilliseconds()
        ? Optional.empty()
        : fault(object, FaultCode.STIX_TIMESTAMP, property, "needs at least milliseconds");
  }

  private static Optional<Fault> order(StixObject object) {
    Optional<StixTime> created = object.text(Property.CREATED).flatMap(StixTime::parse);
    Optional<StixTime> modified = object.text(Property.MODIFIED).flatMap(StixTime::parse);
    boolean backwards =
        created.isPresent() && modified.isPresent() && modified.get().compareTo(created.get()) < 0;
    return backwards
        ? fault(object, FaultCode.STIX_TIMESTAMP, Property.MODIFIED, "earlier than created")
        : Optional.empty();
  }

  private static Optional<Fault> missing(StixObject object, Property property) {
    return fault(object, FaultCode.STIX_REQUIRED, property, property.key() + " is required");
  }

  private static Optional<Fault> fault(
      StixObject object, FaultCode code, Property property, String text) {
    return Optional.of(new Fault(code, object.pointer(property.key()), text));
  }
}
