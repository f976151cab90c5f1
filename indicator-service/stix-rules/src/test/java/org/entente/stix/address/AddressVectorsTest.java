package org.entente.stix.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// All 216 published vectors, each naming its source.
class AddressVectorsTest {

  /// Rows we judge otherwise than their source, with our reason.
  private static final Map<String, Remark> ACCEPTED_ALL_THE_SAME =
      Map.of(
          // Litecoin's old P2SH form: a validator library leaves it out, the network does not.
          "3FLj1iFqS359KvBXeaStPgqX7hgyifVKbN", Remark.HISTORIC_FORM,
          // All upper case: no checksum at all, rather than a wrong one.
          "eip155:137:0x0495766CD136138FC492DD499B8DC87A92D6685B", Remark.NO_CHECKSUM);

  @TestFactory
  Stream<DynamicTest> every_published_row_is_judged_as_its_source_says() throws IOException {
    try (var in = AddressVectorsTest.class.getResourceAsStream("address-vectors.json")) {
      var rows = new ObjectMapper().readTree(in);
      assertEquals(216, rows.size());
      return StreamSupport.stream(rows.spliterator(), false)
          .map(row -> dynamicTest(name(row), () -> judge(row)))
          .toList()
          .stream();
    }
  }

  private static String name(JsonNode row) {
    return row.get("declared").textValue() + " " + row.get("input").textValue();
  }

  private static void judge(JsonNode row) {
    var input = row.get("input").textValue();
    var declared = row.get("declared").textValue();
    switch (row.get("expect").textValue()) {
      case "invalid", "review" -> judgeInvalid(declared, input);
      case "valid", "valid-warn", "valid-testnet" -> judgeValid(row, declared, input);
      default -> throw new AssertionError("unknown expectation");
    }
  }

  private static void judgeInvalid(String declared, String input) {
    var remark = ACCEPTED_ALL_THE_SAME.get(input);
    if (remark != null) {
      assertTrue(read(declared, input).remarks().contains(remark));
      return;
    }
    assertThrows(AddressRejected.class, () -> read(declared, input));
  }

  private static void judgeValid(JsonNode row, String declared, String input) {
    var testNetwork = row.get("expect").textValue().equals("valid-testnet");
    var address = read(testNetwork ? declared + "_testnet" : declared, input);
    assertEquals(
        row.get("expect").textValue().equals("valid-warn"),
        address.remarks().contains(Remark.FOREIGN_CHECKSUM));
    if (row.hasNonNull("match_key")) {
      // The vectors keep payment ids in the key, destination tags beside it.
      var key = address.chain() == Chain.XMR ? address.key() : address.account();
      assertEquals(row.get("match_key").textValue(), key);
    }
    if (row.hasNonNull("canonical")
        && address.form() != Form.P2PKH
        && address.form() != Form.P2SH) {
      var tag = address.chain().name().startsWith("XRP") && address.tagged();
      assertEquals(
          row.get("canonical").textValue(), address.display() + (tag ? "-" + address.tag() : ""));
    }
  }

  private static Address read(String declared, String input) {
    if (!declared.equals("caip10")) {
      return Addresses.read(Chain.of(declared.replace('-', '_')).orElseThrow(), input);
    }
    int colon = input.lastIndexOf(':');
    // CASA's Monero example with a subaddress names a chain of zeros that does not exist.
    var chain = input.substring(0, colon).replaceFirst("^monero:0{32}$", Chain.XMR.caip2());
    return Addresses.read(Chain.of(chain).orElseThrow(), input.substring(colon + 1));
  }
}
