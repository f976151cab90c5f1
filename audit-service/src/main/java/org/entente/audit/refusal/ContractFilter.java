package org.entente.audit.refusal;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says once for the whole contract what is true of every operation. */
public final class ContractFilter implements OASFilter {

  /** The scheme that operations for auditors require besides the certificate. */
  public static final String AUDITOR = "auditor";

  /** The scheme that every operation requires. */
  public static final String CERTIFICATE = "certificate";

  private static final String PROBLEM = "#/components/schemas/Problem";

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    contract
        .getComponents()
        .addSecurityScheme(
            CERTIFICATE,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.MUTUALTLS)
                .description("TLS 1.3 with a certificate of a service or a partner's client"))
        .addSecurityScheme(
            AUDITOR,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                    "PS256, audience urn:entente:exchange, role auditor (and joint-auditor for all of the log), issued by the identity"
                        + " provider of the partner the certificate names and bound to that"
                        + " certificate (RFC 8705)"));
    contract.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(CERTIFICATE)));
  }

  @Override
  public Operation filterOperation(Operation operation) {
    var problem = OASFactory.createMediaType();
    problem.setSchema(OASFactory.createSchema().ref(PROBLEM));
    var response =
        OASFactory.createAPIResponse()
            .description("Refused: the code says why, the status follows from it")
            .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, problem));
    operation.getResponses().addAPIResponse("default", response);
    return operation;
  }
}
