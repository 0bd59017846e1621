"""Reads the parametrised tables of Presidio's recognizer tests as labelled cases, without running any of its code."""
import ast
import hashlib

# The recogniser a test file is for, and our kind. Left out: what is no structured personal data (dates, addresses of pages, models).
KINDS = {
    "aba_routing": "us-aba", "au_abn": "au-abn", "au_acn": "au-acn", "au_medicare": "au-medicare", "au_tfn": "au-tfn", "ca_sin": "ca-sin",
    "certificate_number": "us-dea", "credit_card": "payment-card", "crypto": "wallet", "de_bsnr": "de-bsnr", "de_fuehrerschein": "de-licence",
    "de_handelsregister": "de-register", "de_health_insurance": "de-kvnr", "de_id_card": "de-id-card", "de_kfz": "de-plate", "de_lanr": "de-lanr",
    "de_passport": "de-passport", "de_plz": "de-postcode", "de_social_security": "de-rvnr", "de_tax_id": "de-tax-id", "de_tax_number": "de-tax-number",
    "de_vat_id": "de-vat", "email": "email", "es_nie": "es-nie", "es_nif": "es-nif", "es_passport": "es-passport",
    "fi_personal_identity_code": "fi-hetu", "iban": "iban", "in_aadhaar": "in-aadhaar", "in_gstin": "in-gstin", "in_pan": "in-pan",
    "in_passport": "in-passport", "in_vehicle_registration": "in-plate", "in_voter": "in-voter", "ip": "ip", "it_driver_license": "it-licence",
    "it_fiscal_code": "it-cf", "it_identity_card": "it-id-card", "it_passport": "it-passport", "it_vat_code": "it-vat", "kr_brn": "kr-brn",
    "kr_driver_license": "kr-licence", "kr_frn": "kr-frn", "kr_passport": "kr-passport", "kr_rrn": "kr-rrn", "mac": "mac", "ng_nin": "ng-nin",
    "ng_vehicle_registration": "ng-plate", "ph_mobile_number": "phone", "ph_tin": "ph-tin", "phone": "phone", "pl_pesel": "pl-pesel",
    "se_organisationsnummer": "se-orgnr", "se_personnummer": "se-pnr", "sg_fin": "sg-nric", "sg_uen": "sg-uen", "th_tnin": "th-id",
    "tr_license_plate": "tr-plate", "tr_national_id": "tr-tckn", "tr_phone_number": "phone", "uk_driving_licence": "uk-licence", "uk_nhs": "uk-nhs",
    "uk_nino": "uk-nino", "uk_passport": "uk-passport", "uk_postcode": "uk-postcode", "uk_vehicle_registration": "uk-plate", "us_bank": "us-bank",
    "us_driver_license": "us-licence", "us_itin": "us-itin", "us_mbi": "us-mbi", "us_npi": "us-npi", "us_passport": "us-passport", "us_ssn": "us-ssn",
    "za_id_number": "za-id",
}


def cases(folder):
    """Every case: file, kind, text, how many values, their places where the table gives them. Texts that stand twice count once."""
    seen = set()
    for name, kind in sorted(KINDS.items()):
        path = folder / f"test_{name}_recognizer.py"
        if not path.is_file():
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {t.id: v for node in tree.body if isinstance(node, ast.Assign) and (v := _value(node.value, {})) is not None for t in node.targets if isinstance(t, ast.Name)}
        for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
            for text, count, places in _rows(function, names):
                if (kind, text) not in seen:
                    seen.add((kind, text))
                    yield {"file": name, "kind": kind, "text": text, "count": count, "places": places}


def held_out(case):
    """Three in ten cases, by the hash of their text, are not looked at while anything is built."""
    return hashlib.sha256(case["text"].encode()).digest()[0] % 10 < 3


def _rows(function, names):
    for decorator in function.decorator_list:
        if not (isinstance(decorator, ast.Call) and ast.unparse(decorator.func).endswith("parametrize") and len(decorator.args) > 1):
            continue
        columns = _value(decorator.args[0], names)
        columns = [c.strip() for c in columns.split(",")] if isinstance(columns, str) else list(columns or [])
        if "leniency" in columns or not isinstance(decorator.args[1], (ast.List, ast.Tuple)):
            continue
        for element in decorator.args[1].elts:
            row = _value(element, names)
            if row is None or (columns[0] in ("text", "iban") and "expected_len" not in columns and not isinstance(row, str)):
                continue
            if columns[0] in ("text", "iban") and "expected_len" in columns and len(row) == len(columns):
                places = next((row[i] for i, c in enumerate(columns) if c in ("expected_positions", "expected_position", "expected_res")), ())
                places = [places] if places and isinstance(places[0], int) else list(places or ())
                yield row[0], row[1], [list(p) for p in places]
            elif isinstance(row, str) and "invalid" in function.name:
                yield row, 0, []


def _value(node, names):
    """A literal, with names of literals, sums and formatted strings of them; None for anything else."""
    if isinstance(node, ast.Name):
        return names.get(node.id, "" if node.id.startswith("_") else None)
    if isinstance(node, ast.JoinedStr):
        parts = [_value(v.value if isinstance(v, ast.FormattedValue) else v, names) for v in node.values]
        return None if None in parts else "".join(map(str, parts))
    if isinstance(node, (ast.Tuple, ast.List)):
        parts = [_value(e, names) for e in node.elts]
        return None if any(p is None and not (isinstance(e, ast.Constant) and e.value is None) for p, e in zip(parts, node.elts)) else tuple(parts)
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError):
        return None
