package org.entente.indicator.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.stix.json.JsonObject;
import org.entente.stix.json.JsonReader;
import org.entente.stix.pattern.StixPattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectKeysTest {
  private static final String MD5 = "d41d8cd98f00b204e9800998ecf8427e";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type':'domain-name','value':'Evil.Example.' | dns:evil.example OBSERVED",
        "'type':'autonomous-system','number':64500 | stix:autonomous-system:number:64500 OBSERVED",
        "'type':'user-account','account_type':'github','user_id':'123' | acct:github:123 OBSERVED",
        "'type':'ipv4-addr','value':'192.0.2.0/24' | ip4:192.0.2.0/24 OBSERVED",
        "'type':'ipv4-addr','value':'999.0.2.0' |",
        "'type':'x-own','value':'evil.example' |",
        "'type':'sighting','sighting_of_ref':'indicator--1' | about:indicator--1 SIGHTING",
        "'type':'sighting','sighting_of_ref':'indicator--1','count':0 |",
        "'type':'opinion','opinion':'agree','object_refs':['indicator--1'] |",
        "'type':'opinion','opinion':'disagree','object_refs':['indicator--1'] | about:indicator--1 OPPOSED",
        "'type':'indicator','pattern_type':'sigma','pattern':'[url:value = 1]' |",
        "'type':'indicator','pattern_type':'stix','pattern':'nonsense' |",
      })
  void an_object_is_found_by_what_it_is_or_speaks_of(String members, @Nullable String found) {
    Set<String> expected = found == null ? Set.of() : Set.of(found);

    assertEquals(expected, entries("{" + members.replace('\'', '"') + "}"));
  }

  @Test
  void every_hash_of_a_file_finds_it() {
    String sha = "0".repeat(64);

    assertEquals(
        Set.of("md5:" + MD5 + " OBSERVED", "sha256:" + sha + " OBSERVED"),
        entries(
            """
            {"type":"file","name":"x","hashes":{"MD5":"%s","SHA-256":"%s"}}
            """
                .formatted(MD5, sha)));
  }

  @Test
  void each_disjunct_alone_is_sufficient_and_each_operand_of_and_is_partial() {
    assertEquals(
        Set.of("dns:a.example SUFFICIENT", "dns:b.example PARTIAL", "dns:c.example PARTIAL"),
        entries(
            """
            {"type":"indicator","pattern_type":"stix","pattern":"[domain-name:value = 'a.example'] OR
            ([domain-name:value = 'b.example'] AND [domain-name:value = 'c.example'])"}
            """
                .replace("OR\n", "OR ")));
  }

  @Test
  void a_wallet_is_found_by_its_own_key_and_as_a_twin() {
    assertEquals(
        Set.of(
            "tron:0x2b6653dc:TXEsK1sEsKjZ1xtHitnyAAoqw3WLdYdRNW OBSERVED",
            "keccak20:e950dc316b836e4eefb8308bf32bf7c72a1358ff SAME_KEY"),
        entries(
            """
            {"type":"cryptocurrency-wallet","value":"TXEsK1sEsKjZ1xtHitnyAAoqw3WLdYdRNW"}
            """));
  }

  @Test
  void what_a_wallet_extension_says_of_the_chain_counts_and_its_key_does_not() {
    assertEquals(
        Set.of("xrpl:0:rPEPPER7kfTD9w2To4CQk6UCfuHM9c6GDY-7 OBSERVED"),
        entries(
            """
            {"type":"cryptocurrency-wallet","value":"rPEPPER7kfTD9w2To4CQk6UCfuHM9c6GDY","extensions":
            {"extension-definition--0058e359-cb8a-49c6-bdfe-29547493a9e3":
            {"chain":"xrpl:0","tag":"7","key":"xrpl:0:made-up"}}}
            """));
  }

  @Test
  void a_pattern_that_was_read_already_is_not_read_again() {
    byte[] indicator =
        "{\"type\":\"indicator\",\"pattern_type\":\"stix\",\"pattern\":\"nonsense\"}"
            .getBytes(StandardCharsets.UTF_8);
    Optional<StixPattern> read =
        Optional.of(StixPattern.parse("[domain-name:value = 'a.example']"));

    assertEquals(
        List.of("dns:a.example"),
        ObjectKeys.of((JsonObject) JsonReader.read(indicator), read).entries().stream()
            .map(IndexEntry::key)
            .toList());
  }

  private static Set<String> entries(String json) {
    byte[] text = json.strip().getBytes(StandardCharsets.UTF_8);
    return ObjectKeys.of((JsonObject) JsonReader.read(text)).entries().stream()
        .map(entry -> entry.key() + " " + entry.standing())
        .collect(Collectors.toSet());
  }
}
