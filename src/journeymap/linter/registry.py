"""The list of all built-in rules, in the order of their codes."""

from collections.abc import Iterable

from journeymap.authoring.rule import Rule
from journeymap.linter.reading_rules import ESSENTIAL
from journeymap.linter.rules.completeness.absent_persona import absent_persona
from journeymap.linter.rules.completeness.emotion_synonym import emotion_synonym
from journeymap.linter.rules.completeness.empty_stage import empty_stage
from journeymap.linter.rules.completeness.flat_emotion import flat_emotion
from journeymap.linter.rules.completeness.framework_gap import framework_gap
from journeymap.linter.rules.completeness.happy_path_bias import happy_path_bias
from journeymap.linter.rules.completeness.internal_language import internal_language
from journeymap.linter.rules.completeness.left_out import left_out
from journeymap.linter.rules.completeness.missing_channel import missing_channel
from journeymap.linter.rules.completeness.missing_emotion import missing_emotion
from journeymap.linter.rules.completeness.missing_expectation import missing_expectation
from journeymap.linter.rules.completeness.missing_goal import missing_goal
from journeymap.linter.rules.completeness.missing_need import missing_need
from journeymap.linter.rules.completeness.missing_persona import missing_persona
from journeymap.linter.rules.completeness.missing_purpose import missing_purpose
from journeymap.linter.rules.completeness.oversized_map import oversized_map
from journeymap.linter.rules.completeness.single_discipline import single_discipline
from journeymap.linter.rules.completeness.stage_order import stage_order
from journeymap.linter.rules.completeness.stage_unfulfilled import stage_unfulfilled
from journeymap.linter.rules.completeness.thin_persona import thin_persona
from journeymap.linter.rules.completeness.uncovered_phase import uncovered_phase
from journeymap.linter.rules.completeness.unheard_person import unheard_person
from journeymap.linter.rules.completeness.unheard_stakeholder import unheard_stakeholder
from journeymap.linter.rules.completeness.unmapped_rest import unmapped_rest
from journeymap.linter.rules.completeness.unnamed_stage import unnamed_stage
from journeymap.linter.rules.experience.bad_ending import bad_ending
from journeymap.linter.rules.experience.bad_first_impression import bad_first_impression
from journeymap.linter.rules.experience.contradicting_feeling import contradicting_feeling
from journeymap.linter.rules.experience.double_deviation import double_deviation
from journeymap.linter.rules.experience.far_apart import far_apart
from journeymap.linter.rules.experience.late_low import late_low
from journeymap.linter.rules.experience.possible_overkill import possible_overkill
from journeymap.linter.rules.experience.unexplained_low import unexplained_low
from journeymap.linter.rules.experience.unexplained_rise import unexplained_rise
from journeymap.linter.rules.experience.unmet_expectation import unmet_expectation
from journeymap.linter.rules.experience.unrated_first_impression import unrated_first_impression
from journeymap.linter.rules.experience.unrecovered_failure import unrecovered_failure
from journeymap.linter.rules.flow.broken_promise import broken_promise
from journeymap.linter.rules.flow.leak import leak
from journeymap.linter.rules.flow.long_wait import long_wait
from journeymap.linter.rules.flow.longer_sideline import longer_sideline
from journeymap.linter.rules.flow.missed_deadline import missed_deadline
from journeymap.linter.rules.flow.passed_over import passed_over
from journeymap.linter.rules.flow.same_destination import same_destination
from journeymap.linter.rules.flow.same_wait_twice import same_wait_twice
from journeymap.linter.rules.flow.silent_wait import silent_wait
from journeymap.linter.rules.improvement.adopted_in_test import adopted_in_test
from journeymap.linter.rules.improvement.backward_outcome import backward_outcome
from journeymap.linter.rules.improvement.desired_not_better import desired_not_better
from journeymap.linter.rules.improvement.done_without_effect import done_without_effect
from journeymap.linter.rules.improvement.duplicate_idea import duplicate_idea
from journeymap.linter.rules.improvement.idea_without_pain import idea_without_pain
from journeymap.linter.rules.improvement.less_continuity import less_continuity
from journeymap.linter.rules.improvement.live_but_hurting import live_but_hurting
from journeymap.linter.rules.improvement.misplaced_ideas import misplaced_ideas
from journeymap.linter.rules.improvement.moment_without_idea import moment_without_idea
from journeymap.linter.rules.improvement.overdue_idea import overdue_idea
from journeymap.linter.rules.improvement.pain_without_opportunity import pain_without_opportunity
from journeymap.linter.rules.improvement.team_only_opportunities import team_only_opportunities
from journeymap.linter.rules.improvement.undated_quick_win import undated_quick_win
from journeymap.linter.rules.improvement.unimproved_strength import unimproved_strength
from journeymap.linter.rules.improvement.unmeasured_opportunity import unmeasured_opportunity
from journeymap.linter.rules.improvement.unmeasured_outcome import unmeasured_outcome
from journeymap.linter.rules.improvement.unowned_idea import unowned_idea
from journeymap.linter.rules.improvement.unowned_opportunity import unowned_opportunity
from journeymap.linter.rules.improvement.unscored_opportunity import unscored_opportunity
from journeymap.linter.rules.improvement.unsupported_desired_change import (
    unsupported_desired_change,
)
from journeymap.linter.rules.improvement.untold_test import untold_test
from journeymap.linter.rules.leverage.leverage_point import leverage_point
from journeymap.linter.rules.leverage.severe_harm import severe_harm
from journeymap.linter.rules.leverage.undeclared_moment_of_truth import undeclared_moment_of_truth
from journeymap.linter.rules.leverage.unserved_influencer import unserved_influencer
from journeymap.linter.rules.measurement.assumed_part import assumed_part
from journeymap.linter.rules.measurement.assumption_only import assumption_only
from journeymap.linter.rules.measurement.contradicting_reading import contradicting_reading
from journeymap.linter.rules.measurement.early_score import early_score
from journeymap.linter.rules.measurement.empty_reading import empty_reading
from journeymap.linter.rules.measurement.flattering_score import flattering_score
from journeymap.linter.rules.measurement.future_date import future_date
from journeymap.linter.rules.measurement.hundredfold import hundredfold
from journeymap.linter.rules.measurement.metric_off_scale import metric_off_scale
from journeymap.linter.rules.measurement.metric_without_target import metric_without_target
from journeymap.linter.rules.measurement.missing_owner import missing_owner
from journeymap.linter.rules.measurement.missing_review_date import missing_review_date
from journeymap.linter.rules.measurement.no_customer_voice import no_customer_voice
from journeymap.linter.rules.measurement.no_research import no_research
from journeymap.linter.rules.measurement.older_than_source import older_than_source
from journeymap.linter.rules.measurement.one_sided_evidence import one_sided_evidence
from journeymap.linter.rules.measurement.overtaken import overtaken
from journeymap.linter.rules.measurement.ownerless_stage import ownerless_stage
from journeymap.linter.rules.measurement.small_sample import small_sample
from journeymap.linter.rules.measurement.stale_evidence import stale_evidence
from journeymap.linter.rules.measurement.stale_map import stale_map
from journeymap.linter.rules.measurement.stale_reading import stale_reading
from journeymap.linter.rules.measurement.target_missed import target_missed
from journeymap.linter.rules.measurement.thin_evidence import thin_evidence
from journeymap.linter.rules.measurement.uncounted_evidence import uncounted_evidence
from journeymap.linter.rules.measurement.undirected_target import undirected_target
from journeymap.linter.rules.measurement.unevidenced_claim import unevidenced_claim
from journeymap.linter.rules.measurement.unheard_leavers import unheard_leavers
from journeymap.linter.rules.measurement.unmeasured_moment import unmeasured_moment
from journeymap.linter.rules.measurement.unmeasured_stage import unmeasured_stage
from journeymap.linter.rules.references.contradicting_map import contradicting_map
from journeymap.linter.rules.references.counted_way import counted_way
from journeymap.linter.rules.references.dead_link import dead_link
from journeymap.linter.rules.references.duplicate_map_id import duplicate_map_id
from journeymap.linter.rules.references.impossible_timing import impossible_timing
from journeymap.linter.rules.references.split_without_shares import split_without_shares
from journeymap.linter.rules.references.swapped_values import swapped_values
from journeymap.linter.rules.references.uncounted_end import uncounted_end
from journeymap.linter.rules.touchpoints.asked_twice import asked_twice
from journeymap.linter.rules.touchpoints.blueprint_silence import blueprint_silence
from journeymap.linter.rules.touchpoints.forced_channel_switch import forced_channel_switch
from journeymap.linter.rules.touchpoints.handoff_mismatch import handoff_mismatch
from journeymap.linter.rules.touchpoints.incomplete_handoff import incomplete_handoff
from journeymap.linter.rules.touchpoints.many_handoffs import many_handoffs
from journeymap.linter.rules.touchpoints.repeat_visit import repeat_visit
from journeymap.linter.rules.touchpoints.undeclared_handoff import undeclared_handoff
from journeymap.linter.rules.touchpoints.unmade_paper import unmade_paper
from journeymap.linter.rules.touchpoints.unoffered_channel import unoffered_channel
from journeymap.linter.rules.touchpoints.unoffered_language import unoffered_language
from journeymap.linter.rules.touchpoints.unpreferred_channel import unpreferred_channel
from journeymap.linter.rules.trust.engagement_falls import engagement_falls
from journeymap.linter.rules.trust.forgotten_information import forgotten_information
from journeymap.linter.rules.trust.open_cycle import open_cycle
from journeymap.linter.rules.trust.reward_before_trust import reward_before_trust
from journeymap.linter.rules.trust.skipped_engagement import skipped_engagement
from journeymap.linter.rules.trust.trust_mismatch import trust_mismatch

RULES: tuple[Rule, ...] = (
    *ESSENTIAL,
    split_without_shares,
    duplicate_map_id,
    dead_link,
    impossible_timing,
    counted_way,
    contradicting_map,
    uncounted_end,
    swapped_values,
    missing_persona,
    missing_goal,
    empty_stage,
    missing_need,
    missing_channel,
    missing_emotion,
    uncovered_phase,
    framework_gap,
    stage_order,
    thin_persona,
    oversized_map,
    happy_path_bias,
    flat_emotion,
    internal_language,
    single_discipline,
    absent_persona,
    missing_expectation,
    unheard_stakeholder,
    emotion_synonym,
    missing_purpose,
    unnamed_stage,
    unheard_person,
    stage_unfulfilled,
    unmapped_rest,
    left_out,
    unmet_expectation,
    unexplained_low,
    bad_ending,
    late_low,
    possible_overkill,
    unrecovered_failure,
    double_deviation,
    unrated_first_impression,
    bad_first_impression,
    contradicting_feeling,
    far_apart,
    unexplained_rise,
    undeclared_handoff,
    incomplete_handoff,
    asked_twice,
    forced_channel_switch,
    unpreferred_channel,
    repeat_visit,
    many_handoffs,
    blueprint_silence,
    handoff_mismatch,
    unoffered_channel,
    unoffered_language,
    unmade_paper,
    skipped_engagement,
    open_cycle,
    reward_before_trust,
    engagement_falls,
    trust_mismatch,
    forgotten_information,
    leak,
    long_wait,
    silent_wait,
    same_wait_twice,
    missed_deadline,
    broken_promise,
    passed_over,
    same_destination,
    longer_sideline,
    unmeasured_stage,
    target_missed,
    metric_without_target,
    metric_off_scale,
    unevidenced_claim,
    assumption_only,
    stale_map,
    stale_evidence,
    missing_owner,
    missing_review_date,
    small_sample,
    one_sided_evidence,
    no_research,
    thin_evidence,
    stale_reading,
    overtaken,
    contradicting_reading,
    ownerless_stage,
    early_score,
    no_customer_voice,
    undirected_target,
    empty_reading,
    flattering_score,
    assumed_part,
    uncounted_evidence,
    unheard_leavers,
    future_date,
    older_than_source,
    unmeasured_moment,
    hundredfold,
    pain_without_opportunity,
    unowned_opportunity,
    unscored_opportunity,
    team_only_opportunities,
    unmeasured_opportunity,
    unimproved_strength,
    unsupported_desired_change,
    desired_not_better,
    unowned_idea,
    live_but_hurting,
    done_without_effect,
    duplicate_idea,
    less_continuity,
    idea_without_pain,
    moment_without_idea,
    unmeasured_outcome,
    overdue_idea,
    undated_quick_win,
    adopted_in_test,
    misplaced_ideas,
    untold_test,
    backward_outcome,
    leverage_point,
    undeclared_moment_of_truth,
    unserved_influencer,
    severe_harm,
)
"""Every rule that runs unless it is ignored; a new one is added here by hand."""


def find_rule(word: str, rules: Iterable[Rule] = RULES) -> Rule | None:
    """Returns the rule of this code or name."""
    return next((rule for rule in rules if word.upper() == rule.code or word == rule.name), None)
