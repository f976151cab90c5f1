package org.entente.kit.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command has to say, for people as lines and for programs as one JSON object. Not
 * thread-safe.
 */
final class Report {

  private final Map<String, Object> members = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();
  private ExitCode exit = ExitCode.OK;

  /** For programs. */
  Report put(String name, Object value) {
    members.put(name, value);
    return this;
  }

  /** For people. */
  Report line(String text) {
    lines.add(text);
    return this;
  }

  Report exit(ExitCode code) {
    this.exit = code;
    return this;
  }

  ExitCode exit() {
    return exit;
  }

  Map<String, Object> members() {
    return members;
  }

  List<String> lines() {
    return lines;
  }
}
