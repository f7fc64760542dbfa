-- @AssessmentId CHAR(32)
SELECT GateId FROM ResultGate WHERE AssessmentId = @AssessmentId ORDER BY Position;
