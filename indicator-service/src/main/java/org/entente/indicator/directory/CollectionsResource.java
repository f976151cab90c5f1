package org.entente.indicator.directory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.entente.indicator.audit.Fact;
import org.entente.indicator.audit.Operation;
import org.entente.indicator.call.Answer;
import org.entente.indicator.call.Call;
import org.entente.indicator.call.Calls;
import org.entente.indicator.call.Payload;
import org.entente.indicator.collection.Collection;
import org.entente.indicator.collection.Collections;
import org.entente.indicator.taxii.MediaTypes;
import org.jboss.resteasy.reactive.RestResponse;

/// The collections a partner can see.
@Path("/v1/collections")
@RunOnVirtualThread
public class CollectionsResource {
  private final Calls calls;
  private final Collections collections;

  CollectionsResource(Calls calls, Collections collections) {
    this.calls = calls;
    this.collections = collections;
  }

  /// All of them, in a constant order.
  @GET
  public RestResponse<byte[]> collections() {
    return calls.answer(
        Operation.GET_COLLECTIONS,
        call -> answer(CollectionBody.all(collections.visibleTo(call.partner()), call.partner())));
  }

  /// One of them.
  @GET
  @Path("/{id}")
  public RestResponse<byte[]> collection(@PathParam("id") String id) {
    return calls.answer(Operation.GET_COLLECTION, call -> collection(call, id));
  }

  private Answer collection(Call call, String id) {
    Collection collection = collections.visible(id, call.partner());
    call.note(Fact.COLLECTION, collection.id().toString());
    return answer(CollectionBody.one(collection, call.partner()));
  }

  private static Answer answer(byte[] body) {
    return new Answer.Disclosure(new Payload(200, MediaTypes.TAXII, body, Map.of()), List.of());
  }
}
