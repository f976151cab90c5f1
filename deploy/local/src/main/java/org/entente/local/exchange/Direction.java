package org.entente.local.exchange;

/**
 * A collection of the local exchange: one direction between two parties.
 *
 * @param name key in the configuration
 * @param id TAXII collection id
 */
public record Direction(String name, String id, String title, String producer, String audience) {

  public static final Direction KOREA_TO_EU =
      new Direction(
          "kr-to-eu", "4b7f2f8e-3a6c-4d5e-9b1a-0c2d4e6f8a10", "Korea to the EU", "kr", "eu");
  public static final Direction EU_TO_KOREA =
      new Direction(
          "eu-to-kr", "9d3c1b7a-5e2f-4c8d-8a6b-1f0e2d4c6b80", "The EU to Korea", "eu", "kr");
}
