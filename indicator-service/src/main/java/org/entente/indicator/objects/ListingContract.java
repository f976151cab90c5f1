package org.entente.indicator.objects;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.entente.indicator.taxii.MediaTypes;

/// Says in the published contract what the operations on objects have in common: filters, headers,
/// refusals.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class ListingContract implements OASFilter {
  private static final String LISTED = "Caller AddedAfter Limit Next";
  private static final String VERSION = " MatchVersion MatchSpecVersion";
  private static final String ALL = " MatchId MatchType" + VERSION;
  private static final Map<String, Shape> SHAPES =
      Map.of(
          "getObjects", new Shape("Envelope", LISTED + ALL),
          "getManifest", new Shape("Manifest", LISTED + ALL),
          "getObject", new Shape("Envelope", LISTED + VERSION),
          "getVersions", new Shape("Versions", LISTED + " MatchSpecVersion"),
          "getWithdrawals", new Shape("Withdrawals", LISTED),
          "deleteObject", new Shape("", "Caller SignedUrl" + VERSION));

  @Override
  public Operation filterOperation(Operation operation) {
    Shape shape = SHAPES.get(operation.getOperationId());
    if (shape != null) {
      shape.parameters().forEach(name -> addParameter(operation, name));
      operation.setResponses(responses(shape));
    }
    return operation;
  }

  private static void addParameter(Operation operation, String name) {
    operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + name));
  }

  private static APIResponses responses(Shape shape) {
    APIResponses responses = OASFactory.createAPIResponses();
    responses.addAPIResponse("200", shape.schema().isEmpty() ? withdrawn() : page(shape.schema()));
    for (String status : List.of("400", "403", "404")) {
      responses.addAPIResponse(status, reference("Refused"));
    }
    return responses.addAPIResponse("503", reference("Unavailable"));
  }

  private static APIResponse page(String schema) {
    var content = OASFactory.createMediaType();
    content.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + schema));
    APIResponse response =
        OASFactory.createAPIResponse()
            .description("One page")
            .content(OASFactory.createContent().addMediaType(MediaTypes.TAXII, content));
    Map.of(
            "Audit-Receipt", "AuditReceipt",
            "X-TAXII-Date-Added-First", "DateAddedFirst",
            "X-TAXII-Date-Added-Last", "DateAddedLast")
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(header ->
            response.addHeader(
                header.getKey(),
                OASFactory.createHeader().ref("#/components/headers/" + header.getValue())));
    return response;
  }

  private static APIResponse withdrawn() {
    return OASFactory.createAPIResponse()
        .description("Withdrawn")
        .addHeader(
            "Audit-Receipt", OASFactory.createHeader().ref("#/components/headers/AuditReceipt"));
  }

  private static APIResponse reference(String name) {
    return OASFactory.createAPIResponse().ref("#/components/responses/" + name);
  }

  /// @param names of parameters, separated by blanks
  private record Shape(String schema, String names) {
    Stream<String> parameters() {
      return Arrays.stream(names.split(" "));
    }
  }
}
