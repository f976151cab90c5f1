package org.entente.indicator.admission;

import java.util.ArrayList;
import java.util.List;
import org.entente.indicator.stix.Fault;
import org.entente.indicator.stix.StixObject;
import org.entente.stix.rule.Finding;
import org.entente.stix.rule.Findings;

/// What a producer is told of the findings in one object: the first few, and how many more.
///
/// @param faults for which it is refused
/// @param remarks for which it is not
record Review(List<Fault> faults, List<String> remarks) {
  private static final int FAULTS = 5;
  private static final int REMARKS = 3;

  Review {
    faults = List.copyOf(faults);
    remarks = List.copyOf(remarks);
  }

  static Review of(Findings findings, StixObject object) {
    List<Fault> faults = told(findings.errorList(), FAULTS, object);
    List<String> remarks =
        new ArrayList<>(
            told(findings.warningList(), REMARKS, object).stream().map(Fault::message).toList());
    int more = findings.warnings() - remarks.size();
    if (more > 0) {
      remarks.add(more + " more warnings");
    }
    return new Review(counted(faults, findings.errors() - faults.size()), remarks);
  }

  private static List<Fault> told(List<Finding> findings, int most, StixObject object) {
    return findings.stream().limit(most).map(finding -> Fault.of(finding, object)).toList();
  }

  private static List<Fault> counted(List<Fault> faults, int more) {
    if (more == 0) {
      return faults;
    }
    List<Fault> counted = new ArrayList<>(faults);
    Fault last = counted.removeLast();
    String text = last.text() + "; and " + more + " more errors";
    counted.add(new Fault(last.code(), last.section(), last.pointer(), text));
    return counted;
  }
}
