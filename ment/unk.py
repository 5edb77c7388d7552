import sys,json,re
from datetime import date
from collections import Counter
from kg.extraction.mentions import find_mentions
from kg.extraction.en.mentions.rules import title_rules
from kg.world import load_world
from kg.world.names import fold
W=load_world(); R=title_rules(); C=Counter()
heads=set(R.heads)|{h.split()[-1] for h in R.compound_heads}
for l in open('/work/shared/corpora/world_events_2025.jsonl'):
    d=json.loads(l); t=d['text']; pos=0; m=None
    for words,title in d['links']:
        at=t.find(words,pos)
        if at<0: continue
        pos=at+len(words)
        bare=re.sub(r" \(.*\)$","",title)
        if W.people_named(bare) or W.people_named(words): continue
        toks=words.split()
        if not(2<=len(toks)<=4 and all(w[0].isupper() or w in('bin','al','de','von','van') or w.startswith('al-') for w in toks)): continue
        if set(fold(words).split())&{'party','city','court','university','house','state','united','war','island','province','day','union','council','airport','ministry','parliament','air','army','force','forces','states','national','agency','news'}: continue
        before=re.findall(r"[\w'-]+",t[max(0,at-60):at]); prev=t[:at].rstrip()
        if not before or fold(before[-1]) not in heads or prev.endswith((',','.')): continue
        if m is None: m=find_mentions(t,title='',day=date.fromisoformat(d['date']),issuer='',world=W)
        hit=[q for q in m.text if q.start<pos and q.end>at and q.entity and q.entity.kind.value=='person']
        k='full' if any(q.entity.country and (q.post or q.entity.post) for q in hit) else 'nocountry' if hit else 'none'
        C[k]+=1
        if k!='full' or '--all' in sys.argv: print(k,'|',t[max(0,at-60):pos+30].replace('\n',' '),'|',[(q.entity.name,q.post,q.entity.country) for q in hit])
n=sum(C.values()); print(C,{k:round(v/n,3) for k,v in C.items()})
