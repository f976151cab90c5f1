package org.entente.kit.prepare;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.kit.json.JsonText;
import org.entente.stix.marking.Recipient;
import org.entente.stix.marking.Releasability;
import org.entente.stix.observable.WalletExtension;

/// Writes our extensions as members of `extensions`, as their schemas under
/// `indicator-service/contract/extensions` have them.
final class ExtensionText {

  private ExtensionText() {}

  static String of(Releasability said) {
    Map<String, Object> members = members();
    members.put(
        "releasable_to", said.releasableTo().stream().map(Recipient::urn).sorted().toList());
    members.put("onward_release", said.onward().label());
    if (said.originatorControl()) {
      members.put("originator_control", true);
    }
    return member(Releasability.EXTENSION, members);
  }

  static String of(WalletExtension says) {
    Map<String, Object> members = members();
    members.put("chain", says.chain());
    members.put("form", says.form());
    if (!says.tag().isEmpty()) {
      members.put("tag", says.tag());
    }
    members.put("key", says.key());
    if (!says.sameKeyHint().isEmpty()) {
      members.put("same_key_hint", says.sameKeyHint());
    }
    return member(WalletExtension.ID, members);
  }

  private static Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("extension_type", "property-extension");
    return members;
  }

  private static String member(String id, Map<String, Object> members) {
    return "\"" + id + "\":" + JsonText.of(members);
  }
}
