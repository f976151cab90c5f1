package org.entente.indicator.submission;

import java.util.List;
import org.entente.indicator.act.Act;
import org.entente.indicator.admission.Offer;

/// What was read out of a signed body.
sealed interface Content {
  /// Objects to be added.
  ///
  /// @param plain whether the body holds nothing but the objects
  record Objects(List<Offer> offers, boolean plain) implements Content {
    public Objects {
      offers = List.copyOf(offers);
    }
  }

  /// Acts to be carried out.
  record Acts(List<Act> acts) implements Content {
    public Acts {
      acts = List.copyOf(acts);
    }
  }
}
