const name = `s.familyName || ' ' || s.givenNames`
/** The host of an opened place `x`. */
const host = `LEFT JOIN place pl ON pl.id = x.placeId LEFT JOIN condition pc ON pc.id = pl.conditionId
  LEFT JOIN agreement pa ON pa.id = pc.agreementId LEFT JOIN institution i ON i.id = pa.institutionId`

/** SQL of the titles of what belongs to campaigns. */
export const campaignTitles = {
  campaign: `SELECT r.id, r.name AS title, r.academicYear AS hint, 'choice.campaign.status.' || r.status AS choice FROM campaign r`,
  campaignPool: `SELECT r.id, r.name AS title, k.name AS hint, NULL AS choice FROM campaignPool r JOIN campaign k ON k.id = r.campaignId`,
  campaignPlace: `SELECT r.id, concat_ws(' · ', x.code, i.name) AS title, concat_ws(' · ', i.country, pl.programme, k.name) AS hint,
    'choice.place.semester.' || pl.semester AS choice
    FROM campaignPlace r JOIN campaignPlace x ON x.id = r.id JOIN campaign k ON k.id = r.campaignId ${host}`,
  campaignWish: `SELECT r.id, ${name} || ' · ' || r.rank AS title, concat_ws(' · ', x.code, i.name) AS hint, NULL AS choice
    FROM campaignWish r JOIN student s ON s.id = r.studentId JOIN campaignPlace x ON x.id = r.campaignPlaceId ${host}`,
  campaignCriterion: `SELECT r.id, r.label AS title, k.name AS hint, NULL AS choice
    FROM campaignCriterion r JOIN campaign k ON k.id = r.campaignId`,
  campaignScore: `SELECT r.id, ${name} AS title, c.label AS hint, NULL AS choice
    FROM campaignScore r JOIN student s ON s.id = r.studentId JOIN campaignCriterion c ON c.id = r.criterionId`,
  campaignRule: `SELECT r.id, concat_ws(' · ', r.value, x.code, i.name) AS title, k.name AS hint, 'choice.campaignRule.kind.' || r.kind AS choice
    FROM campaignRule r JOIN campaign k ON k.id = r.campaignId LEFT JOIN campaignPlace x ON x.id = r.campaignPlaceId ${host}`,
  campaignDecision: `SELECT r.id, ${name} AS title, concat_ws(' · ', x.code, i.name) AS hint, 'choice.campaignDecision.kind.' || r.kind AS choice
    FROM campaignDecision r JOIN student s ON s.id = r.studentId LEFT JOIN campaignPlace x ON x.id = r.campaignPlaceId ${host}`,
  scenario: `SELECT r.id, r.name AS title, concat_ws(' · ', k.name, r.madeOn) AS hint, 'choice.scenario.mechanism.' || r.mechanism AS choice
    FROM scenario r JOIN campaign k ON k.id = r.campaignId`,
  scenarioLine: `SELECT r.id, ${name} AS title, concat_ws(' · ', n.name, x.code, i.name) AS hint, NULL AS choice
    FROM scenarioLine r JOIN student s ON s.id = r.studentId JOIN scenario n ON n.id = r.scenarioId
    LEFT JOIN campaignPlace x ON x.id = r.campaignPlaceId ${host}`,
} as const
