package org.entente.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.local.exchange.Member;

/** Envelopes with indicators as a feed would send them, each object about 600 bytes and new. */
final class Warnings {

  private Warnings() {}

  static byte[] envelope(Member producer, int objects) {
    return IntStream.range(0, objects)
        .mapToObj(i -> object(producer))
        .collect(Collectors.joining(",", "{\"objects\":[", "]}"))
        .getBytes(UTF_8);
  }

  private static String object(Member producer) {
    UUID id = UUID.randomUUID();
    String address = (id + "" + UUID.randomUUID()).replace("-", "").substring(0, 40);
    return """
    {"type":"indicator","spec_version":"2.1","id":"indicator--%s","created_by_ref":"%s",\
    "created":"2026-11-25T00:00:00.000Z","modified":"2026-11-25T00:00:00.000Z",\
    "name":"Laundering address 0x%s","indicator_types":["malicious-activity"],\
    "pattern":"[cryptocurrency-wallet:value = '0x%s']","pattern_type":"stix",\
    "valid_from":"2026-11-25T00:00:00Z","confidence":90,"object_marking_refs":\
    ["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"]}\
    """
        .formatted(id, producer.identity(), address, address);
  }
}
