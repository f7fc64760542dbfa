-- @AssessmentId CHAR(32), @GateId VARCHAR(100), @Position INT
INSERT INTO ResultGate (AssessmentId, GateId, Position)
VALUES (@AssessmentId, @GateId, @Position);
