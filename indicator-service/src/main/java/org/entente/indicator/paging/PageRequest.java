package org.entente.indicator.paging;

/// One page that is asked for.
///
/// @param limit most rows, 1 to the service's cap
/// @param after date_added to continue behind, microseconds since 1970
public record PageRequest(Place place, Filters filters, int limit, long after) {}
