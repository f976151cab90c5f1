package org.entente.indicator.lookup;

import org.entente.indicator.audit.Fact;
import org.entente.indicator.call.Call;

/// What the record tells of the questions: how many, how many keys, how many secrets. Never the
/// values, nor a digest over them alone, which could be guessed: a leaf is for ever, and joint
/// auditors of every party read it. Who has the answer can show what was asked, since the record
/// has the answer's digest.
final class Account {
  private int keys;
  private int secrets;

  void add(Reading reading) {
    switch (reading) {
      case Reading.Understood understood -> keys += understood.guesses().size();
      case Reading.Refused refused -> secrets += refused.secret() ? 1 : 0;
    }
  }

  void noteOn(Call call, int values) {
    call.note(Fact.VALUES, values);
    call.note(Fact.KEYS, keys);
    if (secrets > 0) {
      call.note(Fact.SECRETS, secrets);
    }
  }
}
