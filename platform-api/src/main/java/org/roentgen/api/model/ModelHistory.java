package org.roentgen.api.model;

import java.util.List;

/** What was live when, and every change of stage, both in the order of time. */
public record ModelHistory(List<LivePeriod> live, List<StageChangeView> changes) {}
