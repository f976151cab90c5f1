package org.entente.audit.export;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** In what form somebody wants entries, as text. */
public final class ExportParameters {

  @QueryParam("format")
  @Parameter(description = "evidence (when left out), jsonl or csv")
  public Optional<String> format = Optional.empty();

  @QueryParam("separator")
  @Parameter(
      description =
          "Between the cells of csv: comma (when left out), or semicolon, as spreadsheets take it"
              + " where the comma is a decimal sign")
  public Optional<String> separator = Optional.empty();
}
