"""m.py: 'YYYY-MM-DD|issuer|text' or text on stdin; prints mentions"""
import sys
from datetime import date
from kg.extraction.mentions import find_mentions
from kg.world import load_world
W=load_world()
for l in sys.stdin:
    l=l.strip()
    if not l or l.startswith('#'): print(l); continue
    parts=l.split('|'); d,i,t=parts if len(parts)==3 else ('2024-06-12','',l)
    t=t.replace('\\n','\n')
    m=find_mentions(t,title='',day=date.fromisoformat(d) if d else None,issuer=i,world=W)
    print('#',l)
    for q in m.text:
        e=q.entity
        print('     ',repr(t[q.start:q.end]),q.form.value,'->',(f"{e.name or '-'} [{e.post}|{e.country}|{e.person}|{e.family}|{e.gender}]{'' if e.kind.value=='person' else e.kind.value}") if e else '?', q.via.value if q.via!='named' else '', q.country, q.possessor)
