package org.entente.gateway.refusal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the published contract what is true of every operation: who may, and how it refuses. */
public final class ContractFilter implements OASFilter {

  private static final List<String> LISTING =
      List.of(
          "AddedAfter",
          "Limit",
          "Next",
          "MatchId",
          "MatchType",
          "MatchVersion",
          "MatchSpecVersion");

  /** What a page consists of, by operation. */
  private static final Map<String, String> PAGES =
      Map.of(
          "objects", "Envelope",
          "manifest", "ObjectManifest",
          "object", "Envelope",
          "versions", "Versions",
          "withdrawals", "Withdrawals");

  private static final Map<String, String> PAGE_HEADERS =
      Map.of(
          "Audit-Receipt", "AuditReceipt",
          "X-TAXII-Date-Added-First", "AddedFirst",
          "X-TAXII-Date-Added-Last", "AddedLast");

  /** Parameters that no method signature shows, by operation. */
  private static final Map<String, List<String>> PARAMETERS =
      Map.ofEntries(
          Map.entry("objects", LISTING),
          Map.entry("manifest", LISTING),
          Map.entry(
              "object", List.of("AddedAfter", "Limit", "Next", "MatchVersion", "MatchSpecVersion")),
          Map.entry("versions", List.of("AddedAfter", "Limit", "Next", "MatchSpecVersion")),
          Map.entry("deleteObject", List.of("Manifest", "MatchVersion", "MatchSpecVersion")),
          Map.entry("addObjects", List.of("Manifest", "ContentDigest")),
          Map.entry("act", List.of("Manifest", "ContentDigest")),
          Map.entry("withdrawals", List.of("AddedAfter", "Limit", "Next")),
          Map.entry("dryRun", List.of("Recipient", "Level")),
          Map.entry("lookupOne", List.of("Value", "ValueType", "Chain", "At", "Include")),
          Map.entry("lookupMany", List.of("At", "Include")));

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    contract.setSecurity(
        List.of(
            OASFactory.createSecurityRequirement().addScheme("certificate").addScheme("token")));
    contract
        .getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations().values().forEach(operation -> complete(path, operation)));
  }

  private static void complete(String path, Operation operation) {
    PARAMETERS
        .getOrDefault(operation.getOperationId(), List.of())
        .forEach(name -> addParameter(operation, name));
    addParameter(operation, "Purpose");
    addParameter(operation, "ClientSequence");
    String page = PAGES.get(operation.getOperationId());
    if (page != null) {
      operation.getResponses().addAPIResponse("200", page(page));
    }
    if (operation.getOperationId().equals("deleteObject")) {
      operation.getResponses().getAPIResponse("200").setContent(null);
    }
    operation.getResponses().addAPIResponse("default", refusal(path));
  }

  private static void addParameter(Operation operation, String name) {
    operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + name));
  }

  private static APIResponse page(String schema) {
    APIResponse page = answer("One page", ErrorBody.TAXII, schema);
    new TreeMap<>(PAGE_HEADERS)
        .forEach((name, header) ->
            page.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + header)));
    return page;
  }

  private static APIResponse refusal(String path) {
    String type = ErrorBody.mediaType(path);
    String schema = type.equals(ErrorBody.TAXII) ? "TaxiiError" : "Problem";
    return answer("Refused, and recorded before it is answered; see ERRORS.md", type, schema);
  }

  private static APIResponse answer(String description, String type, String schema) {
    var media = OASFactory.createMediaType();
    media.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + schema));
    return OASFactory.createAPIResponse()
        .description(description)
        .content(OASFactory.createContent().addMediaType(type, media));
  }
}
