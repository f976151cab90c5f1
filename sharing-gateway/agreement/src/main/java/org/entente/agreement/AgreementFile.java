package org.entente.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads {@code exchange.yaml}: YAML 1.2 of at most 1 MiB without anchors, aliases, tags and
 * repeated keys, as the published schema says, whose parts fit each other and whose files can be
 * read. Nothing unknown is passed over, since a misspelt limit would be none. Thread-safe.
 */
public final class AgreementFile {

  private static final ExchangeSchema SCHEMA = new ExchangeSchema();

  private final Path file;

  /**
   * The file, which need not exist yet.
   *
   * @param file may be a symbolic link, also one that is swapped for another while somebody reads:
   *     all that belongs together is read behind one end of it
   */
  public AgreementFile(Path file) {
    this.file = file;
  }

  /**
   * What it says now.
   *
   * @throws AgreementRejected with all that is wrong, when it cannot be used
   */
  public Agreement read() {
    return reading().agreement();
  }

  /**
   * What it said, and the files that said it.
   *
   * @param real the end of the link
   */
  record Reading(Agreement agreement, Path real, FilesRead files) {}

  /** The same with all that was read for it. */
  Reading reading() {
    try {
      Path real = file.toRealPath();
      var files = new FilesRead();
      return new Reading(read(real, files), real, files);
    } catch (NoSuchFileException e) {
      throw rejected("there is no such file");
    } catch (CharacterCodingException e) {
      throw rejected("is no UTF-8");
    } catch (IOException e) {
      throw rejected("cannot be read: " + e.getMessage());
    }
  }

  /** What it says now; what it said then, as long as no byte of any file is another. */
  Reading after(Reading last) {
    try {
      boolean same = file.toRealPath().equals(last.real()) && last.files().stillSaySo();
      return same ? last : reading();
    } catch (IOException _) {
      return reading(); // which says what is wrong
    }
  }

  private AgreementRejected rejected(String problem) {
    return new AgreementRejected(file, List.of(new Fault(1, 1, "", problem)));
  }

  private Agreement read(Path real, FilesRead files) throws IOException {
    byte[] bytes = files.read(real);
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    var tree = YamlTree.of(text);
    var faults = tree.faults();
    faults.require(file);
    SCHEMA.check(tree.root(), faults);
    // What does not obey the schema cannot be read any further.
    faults.require(file);
    SCHEMA.complete(tree.root());
    var anchors = new AnchorFiles(real.resolveSibling(""), file.resolveSibling(""), files, faults);
    var agreement = agreement(tree.root(), anchors, faults);
    new AgreementRules(agreement, faults).check();
    faults.require(file);
    return new Agreement(
        digest(bytes, agreement),
        agreement.title(),
        agreement.legalBasis(),
        agreement.parties(),
        agreement.collections());
  }

  private static Agreement agreement(JsonNode tree, AnchorFiles files, Faults faults) {
    var reader = new PartyReader(files, new Values(faults));
    return new Agreement(
        "",
        tree.path("title").asText(),
        Values.text(tree, "legal-basis"),
        Values.map(tree.path("parties"), "/parties", reader::read),
        Values.map(
            tree.path("collections"),
            "/collections",
            (collection, _) -> CollectionReader.read(collection)));
  }

  private static String digest(byte[] bytes, Agreement agreement) {
    MessageDigest digest = Digests.sha256();
    digest.update(Digests.sha256(bytes));
    agreement.parties().values().stream()
        .flatMap(AgreementFile::anchors)
        // As a list: one that moves from the end of a set to the next makes another agreement.
        .map(anchors -> anchors.digests().toString())
        .forEach(each -> digest.update(each.getBytes(StandardCharsets.US_ASCII)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Stream<Anchors> anchors(Party party) {
    return Stream.of(
            Stream.of(party.tls(), party.provider().anchors()),
            party.signing().stream().map(Party.Signing::anchors),
            party.auditing().timeStamps().stream().map(Party.TimeStampAuthority::anchors),
            party.revocation().stream()
                .flatMap(revocation -> revocation.sources().stream())
                .map(Party.Revocation.Source::authority))
        .flatMap(each -> each);
  }
}
