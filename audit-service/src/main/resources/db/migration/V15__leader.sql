-- Where the replicas reach the one that leads: host:port, written with the epoch. Null while none has
-- said so; an older version that takes the lead leaves what it finds, and who asks there is told no.
ALTER TABLE log_state ADD COLUMN leader text;
