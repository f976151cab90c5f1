package org.entente.audit.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.entente.audit.review.Review;
import org.entente.audit.review.ReviewUnknown;
import org.entente.audit.review.Reviews;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What was looked through: opened from a search, listed, shown, signed or withdrawn. */
@Path("/console/reviews")
@RunOnVirtualThread
class ReviewResource {

  private final Pages pages;
  private final Reviews reviews;
  private final ShownReviews shown;

  ReviewResource(Pages pages, Reviews reviews, ShownReviews shown) {
    this.pages = pages;
    this.reviews = reviews;
    this.shown = shown;
  }

  @GET
  public RestResponse<byte[]> list(
      @QueryParam("state") @Nullable String state, @QueryParam("before") @Nullable String before) {
    return pages.show(
        "console.reviews",
        frame -> Templates.reviews(frame, shown.list(frame.reader(), state, before)));
  }

  /** The same form sent again leads to the same review. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<byte[]> open(byte[] body) {
    return pages.submit(
        "review.open",
        (person, recording) -> {
          var sent = Form.of(body);
          return "/console/reviews/"
              + reviews.open(person, recording, sent.field("form"), sent.field("query"));
        });
  }

  @GET
  @Path("/{id}")
  public RestResponse<byte[]> review(
      @PathParam("id") String id,
      @QueryParam("before") @Nullable String before,
      @QueryParam("after") @Nullable String after) {
    return pages.show(
        "console.review",
        frame ->
            Templates.review(frame, shown.one(frame.reader(), find(frame, id), before, after)));
  }

  /** What its last record has the digest of, so that whoever looks can hash it without us. */
  @GET
  @Path("/{id}/statement")
  public RestResponse<byte[]> statement(@PathParam("id") String id) {
    return pages.send(
        "console.review",
        "text/plain; charset=utf-8",
        person ->
            reviews
                .find(person, uuid(id))
                .statement()
                .orElseThrow(ReviewUnknown::new)
                .getBytes(StandardCharsets.UTF_8));
  }

  private Review find(Frame frame, String id) {
    return reviews.find(frame.reader(), uuid(id));
  }

  /** A signed review is not signed again. */
  @POST
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<byte[]> sign(@PathParam("id") String id, byte[] body) {
    return pages.submit(
        "review.sign",
        (person, recording) -> {
          var review = uuid(id);
          reviews.sign(person, recording, review, Form.of(body).field("note"));
          return "/console/reviews/" + review;
        });
  }

  /** The same form as for signing, by another button. */
  @POST
  @Path("/{id}/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<byte[]> withdraw(@PathParam("id") String id, byte[] body) {
    return pages.submit(
        "review.withdraw",
        (person, recording) -> {
          var review = uuid(id);
          reviews.withdraw(person, recording, review, Form.of(body).field("note"));
          return "/console/reviews/" + review;
        });
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException _) {
      throw new ReviewUnknown();
    }
  }
}
