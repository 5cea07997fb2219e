-- The whole schema of the platform. platform_api and workflow_routes are the services' database roles, created by the
-- stack's launcher before the migration runs; the migration runs as the owner.

create table source (
    id uuid primary key,
    ae_title text not null unique,
    description text not null default '',
    kind text not null check (kind in ('DIMSE', 'STOW')),
    enabled boolean not null default true,
    quiet_seconds integer not null default 10 check (quiet_seconds between 1 and 86400),
    query_retrieve boolean not null default false,
    created_at timestamptz not null default now()
);

create table destination (
    id uuid primary key,
    name text not null unique,
    ae_title text not null,
    host text not null,
    port integer not null check (port between 1 and 65535),
    enabled boolean not null default true,
    query_retrieve boolean not null default false,
    created_at timestamptz not null default now()
);

-- ---------------------------------------------------------------- archive, identified zone

create table patient (
    id uuid primary key,
    patient_id text not null,
    issuer text not null default '',
    name text not null default '',
    name_key text not null default '',
    birth_date text not null default '',
    sex text not null default '',
    unique (patient_id, issuer)
);

create table study (
    id uuid primary key,
    patient_id uuid not null references patient,
    study_instance_uid text not null unique,
    study_id text not null default '',
    accession_number text not null default '',
    study_date text not null default '',
    study_time text not null default '',
    description text not null default '',
    referring_physician text not null default '',
    referring_physician_key text not null default '',
    source_id uuid references source,
    state text not null check (state in ('RECEIVING', 'COMPLETE')),
    first_received_at timestamptz not null default now(),
    last_received_at timestamptz not null default now()
);
create index study_receiving on study (last_received_at) where state = 'RECEIVING';
create index study_date on study (study_date);

create table series (
    id uuid primary key,
    study_id uuid not null references study,
    series_instance_uid text not null unique,
    modality text not null default '',
    series_number integer,
    description text not null default '',
    body_part text not null default '',
    frame_of_reference_uid text not null default '',
    performed_date text not null default '',
    performed_time text not null default ''
);
create index series_study on series (study_id);

-- items of the Request Attributes Sequence
create table series_request (
    series_id uuid not null references series on delete cascade,
    ordinal integer not null,
    requested_procedure_id text not null,
    scheduled_step_id text not null,
    primary key (series_id, ordinal)
);

create table instance (
    id uuid primary key,
    series_id uuid not null references series,
    sop_instance_uid text not null unique,
    sop_class_uid text not null,
    transfer_syntax_uid text not null,
    instance_number integer,
    rows integer,
    columns integer,
    bits_allocated integer,
    frames integer not null default 1,
    decodable boolean not null,
    object_id text not null,
    size_bytes bigint not null,
    origin text not null check (origin in ('RECEIVED', 'DERIVED')),
    received_at timestamptz not null default now()
);
create index instance_series on instance (series_id);

-- what could not be taken in or went wrong for good; the object, if any, is kept in the identified zone
create table quarantine (
    id uuid primary key,
    at timestamptz not null default now(),
    origin text not null,
    object_id text,
    sop_instance_uid text,
    study_instance_uid text,
    code text not null,
    message text not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'REPLAY_REQUESTED', 'REPLAYED', 'DISCARDED'))
);

-- ---------------------------------------------------------------- the way back from the de-identified zone

-- the crosswalk: what pseudonyms stand for, encrypted under a key of its own (nonce, ciphertext, tag of AES-256-GCM; kind and pseudonym
-- are authenticated with it); person: the pseudonym of the Patient ID
create table pseudonym (
    pseudonym text primary key,
    kind text not null check (kind in ('UID', 'PATIENT_ID', 'ACCESSION_NUMBER')),
    original bytea not null,
    key_id text not null,
    person text not null default '',
    created_at timestamptz not null default now()
);
create index pseudonym_person on pseudonym (person);
create index pseudonym_key on pseudonym (key_id);

-- persons whose way back was erased, by pseudonym, with who still holds images of theirs
create table erasure (
    id uuid primary key,
    reason text not null,
    requested_by text not null,
    at timestamptz not null default now(),
    report jsonb not null
);

-- ---------------------------------------------------------------- pipelines

create table pipeline (
    id uuid primary key,
    name text not null unique,
    active_version_id uuid
);

create table pipeline_version (
    id uuid primary key,
    pipeline_id uuid not null references pipeline,
    version integer not null,
    definition jsonb not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    unique (pipeline_id, version)
);
alter table pipeline add foreign key (active_version_id) references pipeline_version;

create table pipeline_run (
    id uuid primary key,
    pipeline_version_id uuid not null references pipeline_version,
    study_id uuid not null references study,
    series_id uuid not null references series,
    content_hash text not null,
    state text not null check (state in ('RUNNING', 'WAITING_FOR_REVIEW', 'COMPLETED', 'REJECTED', 'STOPPED', 'FAILED')),
    cause_code text,
    cause_message text,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    unique (pipeline_version_id, series_id, content_hash)
);
create index pipeline_run_study on pipeline_run (study_id);

create table pipeline_step (
    id uuid primary key,
    run_id uuid not null references pipeline_run,
    ordinal integer not null,
    kind text not null check (kind in ('QUALITY_GATE', 'DEIDENTIFY', 'INFER', 'RELINK', 'REVIEW', 'DELIVER')),
    configuration jsonb not null default '{}',
    state text not null check (state in ('PENDING', 'READY', 'RUNNING', 'WAITING', 'COMPLETED', 'SKIPPED', 'STOPPED', 'DEAD_LETTER')),
    attempt integer not null default 0,
    available_at timestamptz not null default now(),
    lease_until timestamptz,
    started_at timestamptz,
    finished_at timestamptz,
    cause_code text,
    cause_message text,
    output jsonb,
    unique (run_id, ordinal)
);
create index pipeline_step_due on pipeline_step (available_at) where state in ('READY', 'RUNNING');

-- ---------------------------------------------------------------- de-identification and its evidence

-- profiles are data: a version never changes, only its approval does. One that keeps a direct identifier is approved by another
-- person than its author before it can be used.
create table deidentification_profile (
    name text not null,
    version integer not null check (version > 0),
    definition text not null,
    hash text not null,
    direct_identifiers jsonb not null default '[]',
    state text not null check (state in ('REQUESTED', 'APPROVED', 'DECLINED')),
    created_by text not null,
    created_at timestamptz not null default now(),
    decided_by text,
    decided_at timestamptz,
    primary key (name, version),
    check (decided_by is null or decided_by <> created_by),
    check (state <> 'APPROVED' or direct_identifiers = '[]' or decided_by is not null)
);

-- the newest version of a project's key makes its pseudonyms; a project without a row has version 1. The keys themselves are derived
-- from the key file and stand nowhere.
create table project_key (
    project text not null,
    version integer not null check (version > 1),
    reason text not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    primary key (project, version)
);

-- what one version of a profile under one version of its project's key did to a series: the evidence, without any value of an attribute.
-- The picture shows the patient's face before and after it was taken away: an object of the identified zone, deleted with the copies.
create table deidentification_record (
    id uuid primary key,
    study_id uuid not null references study,
    series_id uuid not null references series,
    profile text not null,
    profile_version integer not null,
    profile_hash text not null,
    project text not null,
    key_version integer not null,
    key_id text not null,
    software text not null,
    run_id uuid references pipeline_run,
    state text not null check (state in ('RUNNING', 'RELEASED', 'REFUSED', 'SUPERSEDED')),
    cause_message text,
    started_at timestamptz not null default now(),
    finished_at timestamptz,
    superseded_by uuid references deidentification_record,
    face_picture_object_id text,
    unique (series_id, profile, profile_version, key_version),
    foreign key (profile, profile_version) references deidentification_profile (name, version)
);
create index deidentification_record_study on deidentification_record (study_id);
create index deidentification_record_picture on deidentification_record (face_picture_object_id);
create index deidentification_record_project on deidentification_record (project, key_version, key_id);

-- actions: path, action, keyed fingerprints before and after; released with the whole series only. A refused image is doubtful
-- where a person can decide what is blanked; its regions are then those that were found.
create table deidentified_instance (
    record_id uuid not null references deidentification_record,
    instance_id uuid not null references instance,
    state text not null check (state in ('DONE', 'REFUSED')),
    released boolean not null default false,
    pseudonymous_sop_instance_uid text,
    pseudonymous_series_instance_uid text,
    pseudonymous_study_instance_uid text,
    object_id text,
    actions jsonb not null default '[]',
    regions jsonb not null default '[]',
    reviewer text,
    doubtful boolean not null default false,
    cause_message text,
    created_at timestamptz not null default now(),
    primary key (record_id, instance_id),
    check ((state = 'DONE') = (object_id is not null)),
    check (state = 'REFUSED' or not doubtful)
);
create index deidentified_instance_doubtful on deidentified_instance (created_at) where doubtful;
create index deidentified_series on deidentified_instance (pseudonymous_series_instance_uid);
create index deidentified_object on deidentified_instance (object_id);

-- what a person decided about the pixels of an image in doubt: these rectangles of every frame are blanked, and nothing else
create table pixel_decision (
    instance_id uuid primary key references instance,
    regions jsonb not null,
    decided_by text not null,
    decided_at timestamptz not null default now()
);

-- a study that is to be de-identified again, by the newest version of a profile
create table deidentification_request (
    id uuid primary key,
    study_id uuid not null references study,
    profile text not null,
    state text not null check (state in ('PENDING', 'RUNNING', 'COMPLETED', 'REFUSED', 'FAILED')),
    lease_until timestamptz,
    cause_message text,
    requested_by text not null,
    requested_at timestamptz not null default now(),
    finished_at timestamptz
);

-- ---------------------------------------------------------------- jobs on the broker (transactional outbox)

create table job (
    id uuid primary key,
    kind text not null check (kind in ('TRAIN', 'INFER', 'IMPORT_MODEL', 'ESTIMATE', 'COMPARE', 'EXPORT')),
    payload jsonb not null,
    priority integer not null,
    state text not null check (state in ('PENDING', 'SENT', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
    step_id uuid references pipeline_step,
    cancel_requested boolean not null default false,
    progress double precision not null default 0,
    message text not null default '',
    cause_code text,
    cause_message text,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    finished_at timestamptz
);
create index job_pending on job (created_at) where state = 'PENDING';

-- ---------------------------------------------------------------- learning

create table dataset (
    id uuid primary key,
    name text not null unique,
    task text not null check (task in ('CLASSIFICATION', 'MULTI_LABEL_CLASSIFICATION', 'SEGMENTATION')),
    sign_off_required boolean not null default false
);

create table dataset_version (
    id uuid primary key,
    dataset_id uuid not null references dataset,
    version integer not null,
    manifest_object_id text not null,
    cases integer not null,
    patients integer not null,
    train_cases integer not null,
    tune_cases integer not null,
    test_cases integer not null,
    labels jsonb not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    quality_object_id text,
    -- the keys that the pseudonyms of its cases were made with: project, version, cases
    pseudonym_keys jsonb not null default '[]',
    unique (dataset_id, version)
);

-- a version leaves the platform: asked for by one person and signed by another
create table dataset_release (
    id uuid primary key,
    dataset_version_id uuid not null references dataset_version,
    reason text not null,
    state text not null check (state in ('REQUESTED', 'APPROVED', 'DECLINED')),
    requested_by text not null,
    requested_at timestamptz not null default now(),
    decided_by text,
    decided_at timestamptz,
    check (decided_by is null or decided_by <> requested_by)
);

create table dataset_import (
    id uuid primary key,
    dataset_name text not null,
    format text not null check (format in ('NIFTI', 'IMAGE_FOLDER', 'NPZ', 'ARCHIVE')),
    options jsonb not null default '{}',
    upload_object_id text,
    state text not null check (state in ('PENDING', 'RUNNING', 'COMPLETED', 'REFUSED', 'FAILED')),
    lease_until timestamptz,
    problems jsonb not null default '[]',
    dataset_version_id uuid references dataset_version,
    created_by text not null,
    created_at timestamptz not null default now(),
    finished_at timestamptz
);

create table model (
    id uuid primary key,
    name text not null unique,
    task text not null check (task in ('CLASSIFICATION', 'MULTI_LABEL_CLASSIFICATION', 'SEGMENTATION')),
    -- what a version must fulfil to go into production; null: the default rules
    promotion_rules jsonb
);

create table training_run (
    id uuid primary key,
    model_name text not null,
    dataset_version_id uuid not null references dataset_version,
    spec jsonb not null,
    job_id uuid not null references job,
    state text not null check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLING', 'CANCELLED')),
    device text not null default '',
    cause_code text,
    cause_message text,
    created_by text not null,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz
);

create table training_epoch (
    training_run_id uuid not null references training_run,
    epoch integer not null,
    epochs integer not null,
    metrics jsonb not null,
    seconds_left double precision not null,
    at timestamptz not null,
    primary key (training_run_id, epoch)
);

create table model_version (
    id uuid primary key,
    model_id uuid not null references model,
    version integer not null,
    training_run_id uuid unique references training_run,
    package_object_id text not null,
    stage text not null check (stage in ('DRAFT', 'CANDIDATE', 'SHADOW', 'PRODUCTION', 'RETIRED')),
    parity_max_abs_difference double precision not null,
    metrics jsonb not null,
    -- as the manifest of the package defines them
    labels jsonb not null default '[]',
    created_at timestamptz not null default now(),
    unique (model_id, version)
);
create unique index one_production_version on model_version (model_id) where stage = 'PRODUCTION';

-- a promotion is asked for by one person and approved by another
create table promotion (
    id uuid primary key,
    model_version_id uuid not null references model_version,
    requested_by text not null,
    requested_at timestamptz not null default now(),
    reason text not null,
    state text not null check (state in ('REQUESTED', 'APPROVED', 'DECLINED')),
    decided_by text,
    decided_at timestamptz,
    -- each rule with its outcome and figures, when the promotion was asked for and when it was decided
    request_checks jsonb not null default '[]',
    decision_checks jsonb not null default '[]',
    check (decided_by is null or decided_by <> requested_by)
);

-- what was live when
create table model_stage_change (
    id uuid primary key,
    model_version_id uuid not null references model_version,
    from_stage text not null,
    to_stage text not null,
    changed_by text not null,
    reason text not null,
    promotion_id uuid references promotion,
    changed_at timestamptz not null default now()
);
create index model_stage_change_version on model_stage_change (model_version_id, changed_at);

-- a model that was trained elsewhere: what a person says of it, and the job that tries it
create table model_import (
    id uuid primary key,
    model_name text not null,
    form jsonb not null,
    onnx_object_id text not null,
    job_id uuid not null references job,
    model_version_id uuid references model_version,
    created_by text not null,
    created_at timestamptz not null default now()
);

-- what a training would need, asked before it starts
create table training_estimate (
    job_id uuid primary key references job,
    engine_bytes bigint not null,
    image_bytes bigint not null,
    text text not null,
    refusal text
);

-- a version beside the version in production, on the same cases, run after the version was registered
create table model_comparison (
    model_version_id uuid not null references model_version,
    reference_package_id text not null,
    job_id uuid not null references job,
    comparison_object_id text,
    primary key (model_version_id, reference_package_id)
);

-- a version in the form that another system takes
create table model_export (
    model_version_id uuid not null references model_version,
    tail text not null check (tail in ('PROBABILITIES', 'LABELS')),
    normalisation boolean not null,
    job_id uuid not null references job,
    zip_object_id text,
    primary key (model_version_id, tail, normalisation)
);

-- what a model card needs in people's words
create table model_card_text (
    model_version_id uuid not null references model_version,
    section text not null check (section in ('INTENDED_USE', 'LIMITATIONS', 'TRAINING_DATA', 'CONTACT')),
    content text not null,
    written_by text not null,
    written_at timestamptz not null default now(),
    primary key (model_version_id, section)
);

-- ---------------------------------------------------------------- results and review

create table inference_result (
    id uuid primary key,
    run_id uuid not null unique references pipeline_run,
    model_version_id uuid not null references model_version,
    findings jsonb not null,
    seg_instance_uid text,
    sr_instance_uid text,
    device text not null,
    -- versions of what it was made with, natives among them
    software jsonb not null default '{}',
    milliseconds bigint not null,
    created_at timestamptz not null default now()
);

-- what a version in the stage SHADOW said of a series after the version in production: never on a reading list, never delivered.
-- Without agreement and refusal its job has not ended or has failed.
create table shadow_result (
    job_id uuid primary key references job,
    run_id uuid not null references pipeline_run,
    model_version_id uuid not null references model_version,
    production_version_id uuid not null references model_version,
    result jsonb,
    agrees boolean,
    agreement double precision,
    by_label jsonb not null default '{}',
    refusal text,
    created_at timestamptz not null default now(),
    unique (run_id, model_version_id, production_version_id)
);
create index shadow_result_version on shadow_result (model_version_id, created_at);

create table review (
    id uuid primary key,
    run_id uuid not null unique references pipeline_run,
    state text not null check (state in ('PENDING', 'ACCEPTED', 'REJECTED')),
    reader text,
    reason text,
    decided_at timestamptz,
    created_at timestamptz not null default now()
);

create table delivery (
    id uuid primary key,
    run_id uuid not null references pipeline_run,
    destination_id uuid not null references destination,
    sop_instance_uid text not null,
    state text not null check (state in ('PENDING', 'DELIVERED', 'FAILED')),
    attempts integer not null default 0,
    last_error text,
    delivered_at timestamptz,
    unique (run_id, destination_id, sop_instance_uid)
);

-- ---------------------------------------------------------------- audit: append-only, hash-chained

create table audit_event (
    sequence bigint primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    object_type text not null,
    object_id text not null,
    origin text not null,
    outcome text not null check (outcome in ('SUCCESS', 'DENIED', 'FAILURE')),
    details jsonb not null default '{}',
    previous_hash text not null,
    hash text not null unique
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit_event is append-only';
end
$$;
create trigger audit_event_append_only before update or delete or truncate on audit_event
    for each statement execute function refuse_change();

-- ---------------------------------------------------------------- grants

grant usage on schema public to platform_api, workflow_routes;
grant select, insert, update, delete on all tables in schema public to platform_api, workflow_routes;
revoke all on audit_event from platform_api, workflow_routes;
grant select, insert on audit_event to platform_api, workflow_routes;
revoke all on pseudonym from platform_api;
grant select, delete on pseudonym to platform_api;
grant update (original, key_id) on pseudonym to platform_api;
revoke update, delete on erasure from platform_api, workflow_routes;
revoke update, delete on project_key from platform_api;
revoke insert, update, delete on project_key from workflow_routes;
revoke update, delete on deidentification_profile from platform_api, workflow_routes;
grant update (state, decided_by, decided_at) on deidentification_profile to platform_api;
revoke insert, update, delete on deidentification_record, deidentified_instance from platform_api;
grant update (object_id, pseudonymous_sop_instance_uid, pseudonymous_series_instance_uid, pseudonymous_study_instance_uid)
    on deidentified_instance to platform_api;
grant update (face_picture_object_id) on deidentification_record to platform_api;
