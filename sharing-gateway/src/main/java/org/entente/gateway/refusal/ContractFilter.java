package org.entente.gateway.refusal;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in the published contract what is true of every operation: who may, and how it refuses. */
public final class ContractFilter implements OASFilter {

  /** Parameters that no method signature shows, by operation. */
  private static final Map<String, List<String>> PARAMETERS =
      Map.of(
          "objects", List.of("AddedAfter", "Limit", "Next"),
          "object", List.of("AddedAfter", "Limit", "Next"),
          "addObjects", List.of("Manifest", "ContentDigest"));

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
    operation.getResponses().addAPIResponse("default", refusal(path));
  }

  private static void addParameter(Operation operation, String name) {
    operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + name));
  }

  private static APIResponse refusal(String path) {
    String type = ErrorBody.mediaType(path);
    String schema = type.equals(ErrorBody.TAXII) ? "TaxiiError" : "Problem";
    var error = OASFactory.createMediaType();
    error.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + schema));
    return OASFactory.createAPIResponse()
        .description("Refused, and recorded before it is answered; see ERRORS.md")
        .content(OASFactory.createContent().addMediaType(type, error));
  }
}
