package org.entente.audit.refusal;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says once for the whole contract what every operation answers when it refuses. */
public final class ContractFilter implements OASFilter {

  private static final String PROBLEM = "#/components/schemas/Problem";

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
