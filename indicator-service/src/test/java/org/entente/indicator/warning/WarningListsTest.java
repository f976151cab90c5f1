package org.entente.indicator.warning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.indicator.warning.Warning.Match;
import org.entente.stix.observable.Observables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarningListsTest {
  private final WarningLists lists = WarningListFiles.load(Optional::empty);

  @Test
  void each_of_457_benign_addresses_is_marked() throws IOException {
    List<String> benign = lines("benign-evm-addresses.txt");

    assertEquals(457, benign.size());
    assertEquals(457, benign.stream().filter(this::marked).count());
  }

  @Test
  void none_of_the_51_laundering_addresses_is() throws IOException {
    List<String> laundering = lines("bybit-laundering-addresses.txt");

    assertEquals(51, laundering.size());
    assertTrue(laundering.stream().allMatch(address -> about(address).isEmpty()));
  }

  @Test
  void a_victim_is_marked_with_list_and_version() {
    Warning warning = about("0x1Db92e2EeBC8E0c075a02BeA49a2935BcD2dFCF4").getFirst();

    assertEquals("victim", warning.category());
    assertEquals(
        "not-for-blocking: Bybit cold wallet (Safe) (warning list victims 2025-02-21)",
        warning.text());
  }

  @Test
  void a_child_of_a_listed_host_is_not_marked_but_must_not_be_widened() {
    Warning child = about("vereoy.pages.dev").getFirst();

    assertEquals(Match.CHILD, child.match());
    assertTrue(child.text().startsWith("never widen to dns:pages.dev"));
    assertTrue(marked("pages.dev"));
  }

  @Test
  void of_the_lazarus_domains_only_children_are_known_and_none_is_marked() throws IOException {
    List<String> domains = lines("lazarus-domains.txt");

    assertEquals(0, domains.stream().filter(this::marked).count());
    assertEquals(64, domains.stream().filter(domain -> !about(domain).isEmpty()).count());
  }

  @Test
  void a_page_on_a_listed_host_is_a_hint() {
    assertEquals(Match.PAGE, about("https://bit.ly/3xY").getFirst().match());
  }

  @Test
  void an_address_inside_a_listed_network_is_marked() {
    assertEquals(Match.NETWORK, about("192.168.7.1").getFirst().match());
    assertTrue(about("192.0.2.1").isEmpty());
  }

  @Test
  void the_hash_of_the_empty_file_is_marked() {
    assertTrue(marked("d41d8cd98f00b204e9800998ecf8427e"));
  }

  @Test
  void a_deployment_adds_its_own_and_replaces_what_is_brought_along(@TempDir Path folder)
      throws IOException {
    write(folder, "own.json", list("own-victims", "{\"dns:agency.example\":\"ours\"}"));
    write(folder, "exchanges.json", list("exchanges", "{\"0x" + "12".repeat(20) + "\":\"ours\"}"));

    WarningLists both = WarningListFiles.load(() -> Optional.of(folder));

    assertEquals(1, both.about(key("agency.example")).size());
    assertTrue(both.about(key("0x3f5CE5FBFe3E9af3971dD833D26bA9b5C936f0bE")).isEmpty());
    assertEquals(1, both.about(key("0x" + "12".repeat(20))).size());
  }

  @Test
  void a_list_that_is_wrong_keeps_the_service_from_starting(@TempDir Path folder)
      throws IOException {
    write(folder, "bad.json", list("own", "{\"0xnonsense\":\"ours\"}"));

    WarningListInvalid invalid =
        assertThrows(
            WarningListInvalid.class, () -> WarningListFiles.load(() -> Optional.of(folder)));

    assertTrue(String.valueOf(invalid.getMessage()).contains("bad.json"));
  }

  private boolean marked(String value) {
    return about(value).stream().anyMatch(Warning::marks);
  }

  private List<Warning> about(String value) {
    return lists.about(key(value));
  }

  private static org.entente.stix.observable.ObservableKey key(String value) {
    return Observables.identify(value).keys().getFirst();
  }

  private static String list(String name, String entries) {
    return """
    {"name":"%s","version":"7","title":"t","category":"victim","source":"us","licence":"none",
    "entries":%s}\
    """
        .formatted(name, entries);
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static List<String> lines(String name) throws IOException {
    try (var in = WarningListsTest.class.getResourceAsStream("/lists/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    }
  }
}
