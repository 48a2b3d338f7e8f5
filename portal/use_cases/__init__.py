"""What people do with a report, for every page that needs it: each a verb, inside one transaction of its caller.

::

    taken = take_report_file(file.stream, name=file.filename)          # before the transaction: files come before rows
    with sessions().begin() as session:
        report = own_report(session, me(), report_id)
        version = upload_version(session, report.id, Upload(taken=taken, ...), by=me().id)

A refusal is :class:`portal.refusals.Refused`: a sentence in both languages at a field, and nothing is changed.
"""

from portal.use_cases.evidence import add_evidence, check_again, remove_evidence
from portal.use_cases.explaining import explain, explain_rule, withdraw_explanation
from portal.use_cases.handing_in import Declaration, hand_in, withdraw_hand_in
from portal.use_cases.opening import open_duty
from portal.use_cases.taking import Taken, take_evidence, take_report_file
from portal.use_cases.uploading import Upload, go_on_with, upload_version

__all__ = [
    "Declaration",
    "Taken",
    "Upload",
    "add_evidence",
    "check_again",
    "explain",
    "explain_rule",
    "go_on_with",
    "hand_in",
    "open_duty",
    "remove_evidence",
    "take_evidence",
    "take_report_file",
    "upload_version",
    "withdraw_explanation",
    "withdraw_hand_in",
]
