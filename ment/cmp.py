import json,sys
for g in ('events_dev','readouts_dev','wikinews_dev','news_dev'):
    a=json.load(open(f'{sys.argv[1]}/{g}.json')); b=json.load(open(f'{sys.argv[2]}/{g}.json'))
    for r in a:
        q=next(x for x in b if x['class']==r['class'])
        f=lambda r:f"pred {r['pred']} core {r['core']['p']:.3f}/{r['core']['r']:.3f}/{r['core']['f1']:.3f} strict {r['strict']['f1']:.3f} false {r['false_claims_in_contactless_docs']}"
        print(f"{g:13}{r['class']:14} {f(r)}  ->  {f(q)} {'' if q['core']['f1']>=r['core']['f1'] else '<<<'}")
