#!/bin/bash
# HEAD snapshot with working mentions vs. with base mentions
cd /work/main; rm -rf /tmp/A /tmp/B; mkdir /tmp/A /tmp/B
git archive HEAD kg ontology | tar x -C /tmp/A; cp -r /tmp/A/. /tmp/B
rm -rf /tmp/A/kg/extraction/en/mentions; cp -r /tmp/snap0/kg/extraction/en/mentions /tmp/A/kg/extraction/en/; cp /tmp/snap0/kg/extraction/mentions.py /tmp/A/kg/extraction/; for f in titles names places; do cp /tmp/snap0/kg/extraction/en/rules/$f.yaml /tmp/A/kg/extraction/en/rules/; done
rm -rf /tmp/B/kg/extraction/en/mentions; cp -r kg/extraction/en/mentions /tmp/B/kg/extraction/en/; cp kg/extraction/mentions.py /tmp/B/kg/extraction/; for f in titles names places; do cp kg/extraction/en/rules/$f.yaml /tmp/B/kg/extraction/en/rules/; done
cp kg/world/data/*.csv /tmp/B/kg/world/data/
/tmp/cmp.sh /tmp/A /tmp/oa & /tmp/cmp.sh /tmp/B /tmp/ob; wait; cat /tmp/ob/*.err | tail -3
python3 /work/mine/ment/cmp.py /tmp/oa /tmp/ob
