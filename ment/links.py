"""links.py [--show same|other|none]: links of world events that lead to a person of the tables"""
import sys,json,re
from datetime import date
from collections import Counter
from kg.extraction.mentions import find_mentions
from kg.world import load_world
W=load_world(); show=set(sys.argv[1:])
C=Counter(); seen=set()
NOT=re.compile(r"^(The |List|.*(presidency|cabinet|Cabinet|administration|government|ministry|Ministry|election|visit|assassin|Death|death|trial|policy|Premiership|plan)\b)")
def people(title):
    if NOT.match(title): return ()
    bare=re.sub(r" \(.*\)$","",title)
    return W.people_named(bare)
for l in open('/work/shared/corpora/world_events_2025.jsonl'):
    d=json.loads(l); t=d['text']; pos=0; m=None
    for words,title in d['links']:
        at=t.find(words,pos)
        if at<0: at=t.find(words)
        if at<0: C['lost']+=1; continue
        pos=at+len(words)
        P=people(title)
        if not P: continue
        if m is None: m=find_mentions(t,title='',day=date.fromisoformat(d['date']),issuer='',world=W)
        hit=[q for q in m.text if q.start<pos and q.end>at]
        pers=[q for q in hit if q.entity and q.entity.person]
        ids={p.id for p in P}
        if any(q.entity.person in ids for q in pers): k='same'
        elif pers: k='other'
        elif hit: k='weak'
        else: k='none'
        C[k]+=1
        if k in show: print(k,d['date'],repr(words),'=>',title,'|',[(t[q.start:q.end],q.entity and (q.entity.name,q.entity.post,q.entity.country,q.entity.person)) for q in hit],'|',t[max(0,at-60):pos+40].replace('\n',' '))
n=C['same']+C['other']+C['weak']+C['none']
print(C, n and {k:round(C[k]/n,4) for k in('same','other','weak','none')})
